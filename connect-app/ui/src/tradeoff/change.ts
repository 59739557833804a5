import type { Option, Risk, RiskKind, Skip, Tradeoff } from './tradeoff';

/** The ways in which a tradeoff changes. Pure; each gives the document to edit with. */
export type Change = (it: Tradeoff) => Tradeoff;

function replaced<T extends { readonly id: string }, C extends Partial<T>>(all: readonly T[], id: string, change: C): readonly T[] {
  return all.map((it) => (it.id === id ? { ...it, ...change } : it));
}

export const skipSays = (change: Partial<Skip>): Change => (it) => ({ ...it, skip: { ...it.skip, ...change } });

export const withOption = (id: string, title: string): Change => (it) =>
  ({ ...it, options: [...it.options, { id, title, gain: '', cost: '', risk: '' }] });

export const optionSays = (id: string, change: Partial<Omit<Option, 'id'>>): Change => (it) =>
  ({ ...it, options: replaced(it.options, id, change) });

/** The choice stays where another one was chosen. */
export const withoutOption = (id: string): Change => (it) => ({
  ...it,
  options: it.options.filter((option) => option.id !== id),
  chosen: it.chosen?.option === id ? null : it.chosen,
});

/** Who and when is the server's to say. Another option, or another reason, is another choice. */
export const choosing = (option: string, because: string): Change => (it) => ({
  ...it,
  chosen: { option, because, decision: it.chosen?.option === option ? it.chosen.decision : null, by: null, at: null },
});

export const unchosen: Change = (it) => ({ ...it, chosen: null });

/** The choice became that decision, if it is still the choice. */
export const recordedAs = (option: string, decision: string): Change => (it) =>
  (it.chosen?.option === option ? { ...it, chosen: { ...it.chosen, decision } } : it);

export const withRisk = (id: string, kind: RiskKind, text: string): Change => (it) =>
  ({ ...it, risks: [...it.risks, { id, kind, text, settled: false, by: null, at: null }] });

export const riskSays = (id: string, change: Partial<Pick<Risk, 'kind' | 'text' | 'settled'>>): Change => (it) =>
  ({ ...it, risks: replaced(it.risks, id, change) });

export const withoutRisk = (id: string): Change => (it) => ({ ...it, risks: it.risks.filter((risk) => risk.id !== id) });

/** Open ones as they were raised, settled ones after them. */
export const openFirst = (risks: readonly Risk[]): readonly Risk[] => [...risks.filter((it) => !it.settled), ...risks.filter((it) => it.settled)];

/** An id that two people who add at the same time do not share. `random`: 0 to 1. */
export const freshId = (letter: string, random: () => number): string =>
  `${letter}${Math.floor(random() * 36 ** 8).toString(36).padStart(8, '0')}`;
