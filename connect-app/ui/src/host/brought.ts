import type { ApiResponse } from './bridge';

/** What the server wrote into the page, so that nothing has to be asked before something can be shown. */
export interface Brought {
  /** Where the page stands, as the host would say it; undefined where the server was not told. */
  readonly place: unknown;
  /** The answer to a GET of the path, while it is as good as one just given. */
  answer(path: string): ApiResponse | undefined;
}

/** As long as a reading of a document counts. */
const FRESH_MILLIS = 15_000;

type Members = Record<string, unknown>;

const isMembers = (value: unknown): value is Members => typeof value === 'object' && value !== null;

function answerIn({ etag, body }: Members): ApiResponse {
  return { status: 200, body, ...(typeof etag === 'string' ? { etag } : {}) };
}

/** The element goes: it is read once, and what people wrote need not stand in the page twice. */
function taken(): Members {
  const element = document.getElementById('brought-along');
  element?.remove();
  try {
    const given: unknown = JSON.parse(element?.textContent ?? '{}');
    return isMembers(given) ? given : {};
  } catch {
    return {};
  }
}

/** Reads what the page brought along, which may be nothing: then all is asked for. */
export function broughtAlong(): Brought {
  const given = taken();
  const all: unknown[] = Array.isArray(given['answers']) ? given['answers'] : [];
  const answers = new Map(all.filter(isMembers).map((it) => [it['path'], answerIn(it)]));
  return {
    place: given['place'],
    answer: (path) => (performance.now() < FRESH_MILLIS ? answers.get(path) : undefined),
  };
}
