import type { Why } from './impact';

/** "Why it matters" as one sentence, and what is still missing from it. Pure: words are compared, no model is asked. */

export type WhyPart = keyof Why;

/** The parts in the order of the sentence. */
export const WHY_PARTS: readonly WhyPart[] = ['cause', 'user', 'business'];

/** A stretch of the sentence: the words that join the parts, or a part, written or still a gap. */
export interface Stretch {
  readonly part: WhyPart | null;
  readonly text: string;
  readonly gap: boolean;
}

const GAPS: Record<WhyPart, string> = {
  cause: 'what is wrong in the system',
  user: 'what users notice',
  business: 'what it costs or earns',
};

const JOINTS: Record<WhyPart, string> = { cause: 'Because ', user: ', ', business: ', and so ' };

/** A part stands in the middle of a sentence: its own full stop would end it. */
const trimmed = (text: string): string => text.trim().replace(/[.,;…\s]+$/u, '');

function stretch(why: Why, part: WhyPart): readonly Stretch[] {
  const text = trimmed(why[part]);
  return [
    { part: null, text: JOINTS[part], gap: false },
    { part, text: text === '' ? GAPS[part] : text, gap: text === '' },
  ];
}

/** The whole sentence, with gaps where a part is empty. */
export const sentenceOf = (why: Why): readonly Stretch[] =>
  [...WHY_PARTS.flatMap((part) => stretch(why, part)), { part: null, text: '.', gap: false }];

export const nothingWritten = (why: Why): boolean => WHY_PARTS.every((part) => trimmed(why[part]) === '');

export const wholeSentence = (why: Why): boolean => WHY_PARTS.every((part) => trimmed(why[part]) !== '');
