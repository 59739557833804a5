/** A name under a column, as far as it has room. */
export interface Label {
  /** Null where there is no room for one. */
  readonly text: string | null;
  readonly x: number;
  readonly anchor: 'middle' | 'end';
}

const LONGEST = 9;
/** Of 12 px text, rather too wide than too narrow. */
const LETTER = 7.5;
const GAP = 6;

export const cut = (name: string): string => (name.length <= LONGEST ? name : `${name.slice(0, LONGEST - 1)}…`);

const widthOf = (text: string): number => text.length * LETTER;

/**
 * Every n-th name, counted from the last, which is the one that people look for. One that would leave the
 * picture at its right edge ends there.
 */
export function labels(names: readonly string[], middles: readonly number[], right: number): readonly Label[] {
  const texts = names.map(cut);
  const room = Math.max(0, ...texts.map(widthOf)) + GAP;
  const slot = middles.length < 2 ? right : (middles[1] ?? 0) - (middles[0] ?? 0);
  const step = Math.max(1, Math.ceil(room / Math.max(1, slot)));
  return texts.map((text, index) => {
    const middle = middles[index] ?? 0;
    const leaves = middle + widthOf(text) / 2 > right;
    const shown = (texts.length - 1 - index) % step === 0;
    return { text: shown ? text : null, x: leaves ? right : middle, anchor: leaves ? 'end' : 'middle' };
  });
}
