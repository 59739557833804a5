import { LONGEST_CRITERION } from './acceptance';
import type { Sketch } from './changes';

const CHECKBOX = /^(?:[-*+]\s+)?\[([ xX]?)\]\s+/;
const BULLET = /^(?:[-*+•–]|\d{1,3}[.)])\s+/;

/** Whether a pasted text is a list, rather than a piece of one line. */
export const isList = (text: string): boolean => sketchesOf(text).length > 1 || CHECKBOX.test(text.trim());

/**
 * One criterion a line; empty lines are none. `- [x]` is met, `- [ ]` is not; other bullets and numbers
 * fall away. A line that is too long for one criterion becomes several, broken between words.
 */
export const sketchesOf = (text: string): readonly Sketch[] =>
  text.split(/\r\n|[\n\r\u2028\u2029]/).flatMap((line) => sketched(line.trim()));

function sketched(line: string): Sketch[] {
  const box = CHECKBOX.exec(line);
  const words = (box === null ? line.replace(BULLET, '') : line.slice(box[0].length)).replace(/\s+/g, ' ').trim();
  const met = box !== null && box[1]!.toLowerCase() === 'x';
  return pieces(words).map((piece) => ({ text: piece, type: null, met }));
}

function pieces(words: string): string[] {
  if (words === '') return [];
  if (words.length <= LONGEST_CRITERION) return [words];
  const space = words.lastIndexOf(' ', LONGEST_CRITERION);
  const end = space > 0 ? space : LONGEST_CRITERION;
  return [words.slice(0, end), ...pieces(words.slice(end).trim())];
}
