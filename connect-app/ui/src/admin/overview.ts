import type { BackfillState } from './backfill';
import { anyText, count, countOrNull, type Fields, fields, instant, list, oneOf, optional, text, textOrNull, webAddress } from '../shell/parse';

/** All that the page shows at first, read from several answers of the admin API. See docs/api.md. */
export interface Overview {
  readonly health: Health;
  readonly connection: Connection;
  readonly mappings: readonly MappedProject[];
  readonly conflicts: readonly OpenConflict[];
  readonly disputes: readonly Dispute[];
  readonly holds: readonly Hold[];
  readonly quarantine: readonly SetAside[];
  /** There are more of something than are shown. */
  readonly more: boolean;
}

export interface Health {
  readonly works: boolean;
  readonly problems: readonly string[];
}

export interface Connection {
  readonly state: 'none' | 'connected' | 'paused';
  readonly workspace: { readonly name: string; readonly url: string | null } | null;
  readonly since: Date | null;
  readonly why: string | null;
}

export interface MappedProject {
  readonly projectKey: string;
  readonly teamName: string;
  readonly paused: string | null;
  readonly backfill: BackfillState;
}

/** An issue and the budgets that it carries. */
export interface Carrier {
  readonly key: string;
  readonly budgets: readonly string[];
}

export interface OpenConflict {
  readonly id: number;
  readonly link: number;
  readonly jira: Carrier;
  readonly linear: Carrier;
  readonly why: string;
  readonly foundAt: Date | null;
}

/** A part of a decision that both sides changed differently, or that one side cannot hold. */
export interface Dispute {
  readonly id: number;
  readonly link: number;
  readonly decision: string;
  readonly jira: string;
  readonly linear: string;
  /** Empty where it is about the whole decision. */
  readonly part: string;
  readonly inJira: string;
  readonly inLinear: string;
  readonly row: string;
  readonly why: string;
  readonly note: string;
}

/** Deletions that are too many to be mirrored without a yes. */
export interface Hold {
  readonly id: number;
  readonly jira: string;
  readonly linear: string;
  readonly budget: boolean;
  readonly decisions: readonly string[];
  readonly why: string;
}

/** A pair of issues that Tandem has given up on until a person replays it. */
export interface SetAside {
  readonly link: number;
  readonly jira: string;
  readonly linear: string;
  readonly why: string;
}

const names = (value: unknown): readonly string[] => list(value, (it) => text(it, 'name'), 'names');

export const health = (body: unknown): Health => {
  const given = fields(body, 'health');
  return { works: given['works'] === true, problems: names(given['problems']) };
};

const workspace = (given: Fields) => ({ name: text(given['name'], 'name'), url: webAddress(given['url']) });

export const connection = (body: unknown): Connection => {
  const given = fields(body, 'connection');
  return {
    state: oneOf(['none', 'connected', 'paused'], given['state'], 'state'),
    workspace: optional(given['workspace'], workspace, 'workspace'),
    since: instant(given['connectedAt'], 'connectedAt'),
    why: textOrNull(given['why'], 'why'),
  };
};

/** The mappings without their backfills, which are answers of their own. */
export const mappings = (body: unknown): readonly Omit<MappedProject, 'backfill'>[] =>
  list(fields(body, 'mappings')['mappings'], (it) => {
    const given = fields(it, 'mapping');
    return {
      projectKey: text(fields(given['project'], 'project')['key'], 'key'),
      teamName: text(fields(given['team'], 'team')['name'], 'name'),
      paused: textOrNull(given['paused'], 'paused'),
    };
  }, 'mappings');

export const carrier = (value: unknown): Carrier => {
  const given = fields(value, 'issue');
  return { key: text(given['key'], 'key'), budgets: names(given['budgets']) };
};

const conflict = (value: unknown): OpenConflict => {
  const given = fields(value, 'conflict');
  return {
    id: count(given['id'], 'id'),
    link: count(given['link'], 'link'),
    jira: carrier(given['jira']),
    linear: carrier(given['linear']),
    why: text(given['why'], 'why'),
    foundAt: instant(given['foundAt'], 'foundAt'),
  };
};

const dispute = (value: unknown): Dispute => {
  const given = fields(value, 'conflict');
  return {
    id: count(given['id'], 'id'),
    link: count(given['link'], 'link'),
    decision: text(given['decision'], 'decision'),
    jira: text(given['jira'], 'jira'),
    linear: text(given['linear'], 'linear'),
    part: anyText(given['part'], 'part'),
    inJira: anyText(given['inJira'], 'inJira'),
    inLinear: anyText(given['inLinear'], 'inLinear'),
    row: text(given['row'], 'row'),
    why: text(given['why'], 'why'),
    note: anyText(given['note'], 'note'),
  };
};

const hold = (value: unknown): Hold => {
  const given = fields(value, 'hold');
  return {
    id: count(given['id'], 'id'),
    jira: text(given['jira'], 'jira'),
    linear: text(given['linear'], 'linear'),
    budget: given['budget'] === true,
    decisions: names(given['decisions']),
    why: text(given['why'], 'why'),
  };
};

const setAside = (value: unknown): SetAside => {
  const given = fields(value, 'link');
  return {
    link: count(given['link'], 'link'),
    jira: text(given['jira'], 'jira'),
    linear: text(given['linear'], 'linear'),
    why: text(given['why'], 'why'),
  };
};

/** A page of a list; `next` is null at its end. */
export interface Slice<T> {
  readonly items: readonly T[];
  readonly next: number | null;
}

const slice = <T>(name: string, item: (value: unknown) => T) => (body: unknown): Slice<T> => {
  const given = fields(body, name);
  return { items: list(given[name], item, name), next: countOrNull(given['next'], 'next') };
};

export const conflicts = slice('conflicts', conflict);
export const disputes = slice('conflicts', dispute);
export const holds = slice('holds', hold);
export const quarantine = slice('links', setAside);

