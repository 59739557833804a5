import { type PartRating, sameRating } from '../../matrix/rating';

/** A rating that was given here, and the one that it took the place of. */
interface Step {
  readonly id: string;
  readonly before: PartRating;
  readonly after: PartRating;
}

/** The ratings that people gave on this page, as they are drawn before the backend has them. */
export interface Given {
  readonly ratings: ReadonlyMap<string, PartRating>;
  readonly steps: readonly Step[];
}

export interface RatingsHooks {
  /** Sends one rating; rejects where it was not taken. */
  send(id: string, rating: PartRating): Promise<void>;
  /** It was not taken, and is no longer drawn. */
  failed(id: string, failure: unknown): void;
}

const TOGETHER_MILLIS = 500;

/**
 * Keeps what was given and sends it: the first step of an issue at once, since whoever lets go of it may close
 * the window; what follows within half a second as one, so that a row of arrow keys is two calls. Never two
 * calls for one issue at a time, so that the last one wins. A rating that was not taken is taken back alone.
 */
export function ratingsBy({ send, failed }: RatingsHooks) {
  let given: Given = { ratings: new Map(), steps: [] };
  const listeners = new Set<() => void>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  /** Of these something was sent just now. */
  const resting = new Map<string, ReturnType<typeof setTimeout>>();
  const sending = new Map<string, Promise<void>>();
  const stored = new Map<string, PartRating>();
  /** How many answers came since a rating was taken. */
  const answered = new Map<string, number>();

  const turn = (next: Given): void => {
    given = next;
    listeners.forEach((it) => it());
  };
  const draw = (id: string, rating: PartRating): Given['ratings'] => new Map(given.ratings).set(id, rating);

  const deliver = async (id: string): Promise<void> => {
    const rating = given.ratings.get(id);
    if (rating === undefined) return;
    try {
      await send(id, rating);
      stored.set(id, rating);
      answered.set(id, 0);
    } catch (failure) {
      // What was given since is not what was refused.
      if (given.ratings.get(id) !== rating) return;
      const before = stored.get(id);
      turn({ ratings: before === undefined ? given.ratings : draw(id, before), steps: given.steps.filter((it) => it.id !== id) });
      failed(id, failure);
    }
  };
  const flush = (id: string): void => {
    clearTimeout(timers.get(id));
    if (!timers.delete(id)) return;
    sending.set(id, (sending.get(id) ?? Promise.resolve()).then(() => deliver(id)));
  };
  const rest = (id: string): void => {
    clearTimeout(resting.get(id));
    resting.set(id, setTimeout(() => resting.delete(id), TOGETHER_MILLIS));
  };
  const soon = (id: string): void => {
    answered.delete(id);
    clearTimeout(timers.get(id));
    timers.set(id, setTimeout(() => flush(id), TOGETHER_MILLIS));
    if (!resting.has(id)) flush(id);
    rest(id);
  };

  return {
    now: (): Given => given,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    rate(id: string, before: PartRating, after: PartRating): void {
      if (sameRating(before, after)) return;
      if (!stored.has(id)) stored.set(id, before);
      turn({ ratings: draw(id, after), steps: [...given.steps, { id, before, after }] });
      soon(id);
    },
    /** Takes the last step back, and tells whose it was. */
    undo(): string | null {
      const step = given.steps.at(-1);
      if (step === undefined) return null;
      turn({ ratings: draw(step.id, step.before), steps: given.steps.slice(0, -1) });
      soon(step.id);
      return step.id;
    },
    /**
     * The backend's list came anew. What it took before the last but one is in it, so what others rated since
     * is no longer covered up; the first after a rating may still be an older one.
     */
    seen(): void {
      const left = new Map(given.ratings);
      answered.forEach((times, id) => {
        if (times === 0) answered.set(id, 1);
        else [left, stored, answered].forEach((it) => it.delete(id));
      });
      if (left.size < given.ratings.size) turn({ ...given, ratings: left });
    },
    /** The person leaves: what waits is sent at once. */
    flushAll: (): void => [...timers.keys()].forEach(flush),
  };
}

export type Ratings = ReturnType<typeof ratingsBy>;
