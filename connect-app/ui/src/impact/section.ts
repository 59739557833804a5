import type { HostBridge, HostContext } from '../host/bridge';
import type { Edited } from '../shell/document';
import type { Impact } from './impact';

/** What every section of the panel is given. */
export interface SectionProps {
  readonly edited: Edited<Impact>;
  /** What to draw. */
  readonly given: Impact;
  readonly mayEdit: boolean;
  readonly bridge: HostBridge;
  readonly context: HostContext;
  readonly issueId: string;
}

/** One text of the document: where it is, and how it is put there. */
export interface TextPlace {
  readonly get: (from: Impact) => string;
  readonly set: (into: Impact, text: string) => Impact;
}

const metric = (name: 'name' | 'baseline' | 'target'): TextPlace => ({
  get: (from) => from.metric[name],
  set: (into, text) => ({ ...into, metric: { ...into.metric, [name]: text } }),
});

const why = (name: keyof Impact['why']): TextPlace => ({
  get: (from) => from.why[name],
  set: (into, text) => ({ ...into, why: { ...into.why, [name]: text } }),
});

export const PLACES = {
  problem: { get: (from) => from.problem, set: (into, text) => ({ ...into, problem: text }) },
  simplest: { get: (from) => from.simplest, set: (into, text) => ({ ...into, simplest: text }) },
  metric: metric('name'),
  baseline: metric('baseline'),
  target: metric('target'),
  cause: why('cause'),
  user: why('user'),
  business: why('business'),
  slo: {
    get: (from) => from.slo?.name ?? '',
    set: (into, text) => (into.slo === null ? into : { ...into, slo: { ...into.slo, name: text } }),
  },
  because: {
    get: (from) => from.feasibility?.because ?? '',
    set: (into, text) => (into.feasibility === null ? into : { ...into, feasibility: { ...into.feasibility, because: text } }),
  },
} satisfies Record<string, TextPlace>;
