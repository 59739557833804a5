import { describe, expect, it } from 'vitest';
import { BLANK, writtenOf } from '../src/decision/decision';
import { Shelf } from '../src/decision/shelf';
import { ApiError, type ApiRequest, type ApiResponse, Unreachable } from '../src/host/bridge';
import { bridgeTo, ok } from './hosts';
import { backend, decided } from './tradeoffs';

const shelfOf = (api: (request: ApiRequest) => Promise<ApiResponse>) => new Shelf({ ...bridgeTo(async () => ok({})), api }, '10001');
const failing = (failure: Error) => shelfOf(() => Promise.reject(failure));
const words = { ...BLANK, title: 'Use LIKE', context: 'It is slow.' };
const made = decided('use-like', { title: 'Use LIKE', etag: 'abc' });

describe('the decisions of an issue in the backend', () => {
  it('are written over the version that a person saw, in quotes', async () => {
    const { api, calls } = backend({ decisions: [{ ...made, etag: '"abc"' }] });
    const outcome = await shelfOf(api).save(made, { ...words, title: 'Use ILIKE' });
    expect(calls[0]).toMatchObject({ method: 'PUT', path: '/api/panel/issues/10001/decisions/use-like', ifMatch: '"abc"' });
    expect(outcome).toMatchObject({ kind: 'done', id: 'use-like', all: [{ title: 'Use ILIKE' }] });
  });

  it('are new under the next id where that of the title is taken by another one', async () => {
    const { api, stored } = backend({ decisions: [made] });
    expect(await shelfOf(api).create(words, [])).toMatchObject({ kind: 'done', id: 'use-like-2' });
    expect(stored.decisions.map(({ id }) => id)).toEqual(['use-like', 'use-like-2']);
  });

  it('are not made twice where an earlier attempt did arrive', async () => {
    const { api, stored } = backend();
    const shelf = shelfOf(api);
    await shelf.create(words, []);
    stored.decisions = stored.decisions.map((it) => ({ ...it, context: 'It is slow.\n' }));
    expect(await shelf.create(words, [])).toMatchObject({ kind: 'done', id: 'use-like' });
    expect(stored.decisions).toHaveLength(1);
  });

  it('come back under their id', async () => {
    const { api, stored } = backend();
    await shelfOf(api).bringBack(made);
    expect(stored.decisions.map(writtenOf)).toEqual([writtenOf(made)]);
  });

  it('tell what somebody else wrote meanwhile, also where the refusal does not bring it along', async () => {
    const theirs = decided('use-like', { title: 'Theirs' });
    const bare = shelfOf(async ({ method }) => {
      if (method === 'PUT') throw new ApiError(412, { detail: 'Somebody saved meanwhile.' });
      return ok({ decisions: [theirs] });
    });
    expect(await bare.save(made, words)).toEqual({ kind: 'clash', theirs });
  });

  it('tell that somebody deleted one meanwhile', async () => {
    const { api } = backend();
    expect(await shelfOf(api).save(made, words)).toEqual({ kind: 'clash', theirs: null });
  });

  it.each([
    [new Unreachable('no network'), /does not answer/],
    [new ApiError(503, undefined), /does not answer/],
    [new ApiError(401, undefined), /session has ended/],
    [new ApiError(403, undefined), /You may look at this issue/],
    [new ApiError(409, { detail: 'An accepted decision is superseded.' }), /^An accepted decision is superseded\.$/],
    [new ApiError(400, undefined), /could not save this/],
  ])('say why after %s', async (failure, why) => {
    expect(await failing(failure).save(made, words)).toEqual({ kind: 'failed', why: expect.stringMatching(why) });
  });
});
