import type { Why } from './impact';
import { nothingWritten, type WhyPart } from './why';

/** Something that would make the sentence stronger. Never an error: nothing is refused for it. */
export interface Hint {
  readonly part: WhyPart;
  readonly words: string;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Words of the system. A text with such a word, and none of a person or of the business, is purely technical. */
const TECHNICAL = words(
  'api endpoint cache caching database db query index schema migration server backend frontend microservice '
  + 'monolith cluster node container kubernetes docker pod queue kafka thread process memory cpu disk latency throughput '
  + 'timeout exception stacktrace bug regression refactor refactoring refactored dependency library framework '
  + 'upgrade deploy deployment pipeline coverage code codebase module legacy debt architecture '
  + 'config configuration certificate token webhook cron job batch logging lock '
  + 'deadlock race connection pool garbage heap socket protocol json sql http tls ssl lambda s3 redis postgres postgresql',
);

const USER = words(
  'user users customer customers people person they them their somebody someone everyone shopper shoppers buyer buyers '
  + 'visitor visitors reader readers admin admins agent agents merchant merchants seller sellers patient patients student '
  + 'students teacher teachers driver drivers guest guests member members subscriber subscribers client clients employee '
  + 'employees team teams wait waits waiting see sees seeing notice notices lose loses click clicks give gives leave leaves '
  + 'abandon abandons cannot can’t can\'t complain complains retry retries return returns log-in sign-in checkout basket cart',
);

const BUSINESS = words(
  'revenue money cost costs costing price pay pays paid sale sales order orders conversion churn renewal renewals contract '
  + 'contracts customer customers market margin profit loss losses lose loses fine fines penalty audit compliance legal risk '
  + 'brand reputation trust support ticket tickets hour hours day days week weeks month months year years delay delays hire '
  + 'hiring growth retention subscription subscriptions refund refunds budget deal deals investor investors launch deadline '
  + 'people staff salary invoice invoices bill bills sla € $ £ eur usd gbp',
);

const COUNTING = words(
  'half twice double doubles triple third quarter every each one two three four five six seven eight nine ten dozen dozens '
  + 'hundred hundreds thousand thousands million millions all none',
);

const TOKEN = /[$€£]|[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu;

const tokensOf = (text: string): readonly string[] => text.toLowerCase().match(TOKEN) ?? [];

/** `queries` and `caches` are words of the system as `query` and `cache` are. */
const singular = (token: string): readonly string[] =>
  [token, token.replace(/s$/, ''), token.replace(/es$/, ''), token.replace(/ies$/, 'y')];

const technicalWord = (tokens: readonly string[]): string | undefined =>
  tokens.find((token) => singular(token).some((it) => TECHNICAL.has(it)));

const speaksOf = (tokens: readonly string[], known: ReadonlySet<string>): boolean => tokens.some((it) => known.has(it));

const hasNumber = (text: string, tokens: readonly string[]): boolean => /\p{N}/u.test(text) || speaksOf(tokens, COUNTING);

interface Wish {
  readonly empty: string;
  /** Follows the word of the system that was found. */
  readonly technical: string;
  readonly number: string;
  readonly saves: ReadonlySet<string>;
}

const WISHES: Record<Exclude<WhyPart, 'cause'>, Wish> = {
  user: {
    empty: 'Say what users notice: what takes longer, fails, or cannot be done.',
    technical: 'speaks of the system. Who notices it, and what happens to them?',
    number: 'A number makes it weigh: how many users, how often, how long?',
    saves: USER,
  },
  business: {
    empty: 'Say what it does to the business: money, customers, time or risk.',
    technical: 'speaks of the system. What does it do to money, customers, time or risk?',
    number: 'A number makes it weigh: how much money, how many customers, how many hours?',
    saves: BUSINESS,
  },
};

const NO_CAUSE = 'Say what is wrong in the system, in one clause.';

function hintFor(part: Exclude<WhyPart, 'cause'>, text: string): string | null {
  const wish = WISHES[part];
  const tokens = tokensOf(text);
  if (tokens.length === 0) return wish.empty;
  const word = technicalWord(tokens);
  if (word !== undefined && !speaksOf(tokens, wish.saves)) return `“${word}” ${wish.technical}`;
  return hasNumber(text, tokens) ? null : wish.number;
}

/**
 * At most one hint a part, the most useful first: it is empty, it is purely technical, it has no number.
 * None before anything is written: then the gaps of the sentence teach. The words are English; a text in
 * another language is only asked for a number.
 */
export function hintsFor(why: Why): readonly Hint[] {
  if (nothingWritten(why)) return [];
  const cause = tokensOf(why.cause).length === 0 ? [{ part: 'cause' as const, words: NO_CAUSE }] : [];
  const others = (['user', 'business'] as const).flatMap((part) => {
    const found = hintFor(part, why[part]);
    return found === null ? [] : [{ part, words: found }];
  });
  return [...cause, ...others];
}
