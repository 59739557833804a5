import { count, fields, list, oneOf, optional, text, textOrNull } from '../shell/parse';
import { type Carrier, carrier } from './overview';

/** A page of a dry run. */
export interface Forecast {
  readonly pairs: readonly ForecastPair[];
  readonly looked: number;
  readonly unchanged: number;
  readonly next: string | null;
}

export interface ForecastPair {
  /** The two are not linked yet and would be. */
  readonly wouldLink: boolean;
  readonly jira: Carrier;
  readonly linear: Carrier;
  readonly writes: readonly Write[];
  readonly asksAPerson: boolean;
  readonly why: string;
  readonly decisions: readonly DecisionForecast[];
}

/** What would happen to a decision of the two. */
export interface DecisionForecast {
  readonly id: string;
  readonly title: string | null;
  readonly writes: readonly { readonly side: 'jira' | 'linear'; readonly what: 'create' | 'change' | 'delete' }[];
  /** Parts about which a person would be asked. */
  readonly asked: readonly string[];
  /** Why nothing would be done. */
  readonly rests: string | null;
}

export interface Write {
  readonly side: 'jira' | 'linear';
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

const SIDES = ['jira', 'linear'] as const;

const names = (value: unknown): readonly string[] => list(value, (it) => text(it, 'name'), 'names');

const write = (value: unknown): Write => {
  const given = fields(value, 'write');
  return { side: oneOf(SIDES, given['side'], 'side'), add: names(given['add']), remove: names(given['remove']) };
};

const DEEDS = ['create', 'change', 'delete'] as const;

const decision = (value: unknown): DecisionForecast => {
  const given = fields(value, 'decision');
  const clashes = list(given['conflicts'], (it) => fields(it, 'conflict'), 'conflicts');
  return {
    id: text(given['id'], 'id'),
    title: textOrNull(given['title'], 'title'),
    writes: list(given['writes'], (it) => {
      const { side, what } = fields(it, 'write');
      return { side: oneOf(SIDES, side, 'side'), what: oneOf(DEEDS, what, 'what') };
    }, 'writes'),
    asked: clashes.filter((it) => it['chosen'] === null).map((it) => text(it['part'], 'part')),
    rests: textOrNull(given['rests'], 'rests'),
  };
};

const pair = (value: unknown): ForecastPair => {
  const given = fields(value, 'pair');
  return {
    wouldLink: given['link'] === null,
    jira: carrier(given['jira']),
    linear: carrier(given['linear']),
    writes: list(given['writes'], write, 'writes'),
    asksAPerson: optional(given['conflict'], (it) => it['asksAPerson'] === true, 'conflict') ?? false,
    why: text(given['why'], 'why'),
    decisions: list(given['decisions'], decision, 'decisions'),
  };
};

export const forecast = (body: unknown): Forecast => {
  const given = fields(body, 'forecast');
  return {
    pairs: list(given['pairs'], pair, 'pairs'),
    looked: count(given['looked'], 'looked'),
    unchanged: count(given['unchanged'], 'unchanged'),
    next: typeof given['next'] === 'string' ? given['next'] : null,
  };
};
