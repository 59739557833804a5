import type { Answer, Feasibility } from './impact';

const DAY_MILLIS = 86_400_000;

/** An answer about code and plans that change every week does not hold longer. */
const HOLDS_FOR_DAYS = 14;

interface AnswerWords {
  readonly short: string;
  /** Under the button, for who has to choose. */
  readonly meaning: string;
  readonly appearance: 'success' | 'warning' | 'danger';
}

export const ANSWER: Record<Answer, AnswerWords> = {
  fine: { short: 'Fine', meaning: 'It can be built as described.', appearance: 'success' },
  unsure: { short: 'Unsure', meaning: 'Something must be found out first.', appearance: 'warning' },
  no: { short: 'No', meaning: 'Not like this.', appearance: 'danger' },
};

/** True when the check-in is older than 14 days. One that the server has not stamped yet is new. */
export const isOld = ({ by, at }: Pick<Feasibility, 'by' | 'at'>, now: Date): boolean =>
  by !== null && at !== null && now.getTime() - Date.parse(at) > HOLDS_FOR_DAYS * DAY_MILLIS;
