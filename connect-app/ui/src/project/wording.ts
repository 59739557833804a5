import type { Trouble } from './useAnswer';

interface TroubleWords {
  readonly title: string;
  readonly meaning: string;
  readonly canRetry: boolean;
}

/** What went wrong, what it means and what to do, where nothing older can be shown. */
export function troubleWords(trouble: Trouble, what: string): TroubleWords {
  switch (trouble) {
    case 'unreachable':
      return {
        title: 'Tandem does not answer', canRetry: true,
        meaning: `So ${what} cannot be shown. Nothing is lost in Jira or in Linear, and the page keeps trying by itself.`,
      };
    case 'expired':
      return { title: 'Your session has ended', canRetry: false, meaning: 'Reload the page to go on.' };
    case 'refused':
      return {
        title: 'This project is not shown to you', canRetry: false,
        meaning: 'Tandem shows a project only to people who may browse it in Jira. Ask its admin if you should see it.',
      };
    case 'unreadable':
      return {
        title: 'The answer could not be read', canRetry: false,
        meaning: 'Tandem answered in a form that this page does not know, probably because it was just updated. Reload the page.',
      };
  }
}

/** Said beside an older answer that is still on show. */
export const STALE: Record<Trouble, string> = {
  unreachable: 'Tandem does not answer. The page keeps trying by itself.',
  expired: 'Your session has ended. Reload the page to go on.',
  refused: '',
  unreadable: 'Tandem was probably just updated. Reload the page.',
};

/** Grouped thousands and at most one digit after the point: `1,240`, `12.5`. */
export const number = (value: number): string =>
  new Intl.NumberFormat('en', { maximumFractionDigits: 1 }).format(value);

/** `1 issue`, `2 issues`. */
export const counted = (value: number, one: string, many = `${one}s`): string =>
  `${number(value)} ${value === 1 ? one : many}`;
