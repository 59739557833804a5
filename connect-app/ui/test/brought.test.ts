import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { broughtAlong } from '../src/host/brought';
import { page } from './hosts';

const PATH = '/api/panel/issues/10001/acceptance';
const ANSWER = { path: PATH, etag: '"7"', body: { me: 'ada' } };

function pageWith(text: string): void {
  page();
  const block = document.createElement('script');
  block.type = 'application/json';
  block.id = 'brought-along';
  block.textContent = text;
  document.body.append(block);
}

beforeEach(() => void vi.spyOn(performance, 'now').mockReturnValue(400));
afterEach(() => vi.restoreAllMocks());

describe('what a page brings along', () => {
  it('is the place, and the answers to the first questions', () => {
    pageWith(JSON.stringify({ place: { issue: { id: '10001' } }, answers: [ANSWER, { path: '/api/b', body: 1 }] }));
    const { place, answer } = broughtAlong();
    expect(place).toEqual({ issue: { id: '10001' } });
    expect(answer(PATH)).toEqual({ status: 200, etag: '"7"', body: { me: 'ada' } });
    expect(answer('/api/b')).toEqual({ status: 200, body: 1 });
    expect(answer('/api/another')).toBeUndefined();
  });

  it('does not stand in the page any more once it was read', () => {
    pageWith(JSON.stringify({ answers: [ANSWER] }));
    broughtAlong();
    expect(document.getElementById('brought-along')).toBeNull();
  });

  it('counts for fifteen seconds, as every reading does', () => {
    pageWith(JSON.stringify({ answers: [ANSWER] }));
    const { answer } = broughtAlong();
    vi.mocked(performance.now).mockReturnValue(15_000);
    expect(answer(PATH)).toBeUndefined();
  });

  it.each(['', '{', 'null', '[]', '"x"', '{"answers":{}}', '{"answers":[null,1,"x"]}'])('is nothing where it is %s', (text) => {
    pageWith(text);
    const { place, answer } = broughtAlong();
    expect(place).toBeUndefined();
    expect(answer(PATH)).toBeUndefined();
  });

  it('is nothing on a page that has none', () => {
    page();
    expect(broughtAlong().answer(PATH)).toBeUndefined();
  });
});
