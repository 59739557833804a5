import { asText } from '../shell/ClashNotice';
import type { Clash } from '../shell/document';
import { nameOf, type Person } from '../shell/people';
import { ANSWER } from './feasibility';
import { ANSWERS, type Feasibility } from './impact';

/** Changes of two people at the same time, in the words of the panel. Pure. */

const NAMES: Readonly<Record<string, string>> = {
  'problem': 'User problem',
  'metric.name': 'Metric',
  'metric.baseline': 'Metric, today',
  'metric.target': 'Metric, target',
  'metric.due': 'Metric, by',
  'simplest': 'Is this the simplest way to test it?',
  'why.cause': 'Technical cause',
  'why.user': 'User effect',
  'why.business': 'Business effect',
  'rating.impact': 'Impact',
  'rating.effort': 'Effort',
  'slo': 'Objective at risk',
  'slo.name': 'Objective’s name',
  'slo.objective': 'Objective, promised',
  'slo.current': 'Objective, now',
  'slo.left': 'Error budget left',
  'feasibility': 'Feasibility',
  'feasibility.answer': 'Feasibility',
  'feasibility.because': 'Feasibility, because',
  'roles.accountable': 'Accountable',
};

const nameOfPath = ({ path }: Clash): string => path.join('.');

export const clashName = (clash: Clash): string => NAMES[nameOfPath(clash)] ?? 'Business impact';

const isPerson = (clash: Clash): boolean => nameOfPath(clash) === 'roles.accountable';

/** Every account id that a clash is about. */
export const peopleIn = (clashes: readonly Clash[]): readonly string[] =>
  clashes.filter(isPerson).flatMap(({ mine, theirs }) => [mine, theirs]).filter((it) => typeof it === 'string');

/** Who checked in and when is stamped by the server: nobody has to choose. */
export const isStamp = (clash: Clash): boolean => ['feasibility.by', 'feasibility.at'].includes(nameOfPath(clash));

/** A value of either side, as people see it. */
export function showValue(value: unknown, clash: Clash, people: ReadonlyMap<string, Person>): string {
  if (isPerson(clash) && typeof value === 'string') return nameOf(people.get(value));
  const answer = ANSWERS.find((it) => it === value);
  if (answer !== undefined && nameOfPath(clash) === 'feasibility.answer') return ANSWER[answer].short;
  return isFeasibility(value) ? `${ANSWER[value.answer].short} ${value.because}`.trim() : asText(value);
}

const isFeasibility = (value: unknown): value is Feasibility =>
  typeof value === 'object' && value !== null && ANSWERS.some((it) => it === (value as { answer?: unknown }).answer);
