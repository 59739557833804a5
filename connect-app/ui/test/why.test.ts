import { describe, expect, it } from 'vitest';
import { hintsFor } from '../src/impact/hints';
import { sentenceOf } from '../src/impact/why';

const cause = 'every search reads the whole table';
const user = 'shoppers wait 6 seconds for results';
const business = 'one order in five is abandoned';
const said = (why: Partial<Record<'cause' | 'user' | 'business', string>>) =>
  sentenceOf({ cause: '', user: '', business: '', ...why }).map((it) => it.text).join('');
const hints = (why: Partial<Record<'cause' | 'user' | 'business', string>>) =>
  hintsFor({ cause, user, business, ...why }).map(({ part, words }) => `${part}: ${words}`);

describe('why it matters', () => {
  it('is one sentence of three parts', () => {
    expect(said({ cause, user, business })).toBe(
      'Because every search reads the whole table, shoppers wait 6 seconds for results, and so one order in five is abandoned.');
  });

  it('shows what is missing as a gap', () => {
    expect(said({ cause })).toBe('Because every search reads the whole table, what users notice, and so what it costs or earns.');
    expect(sentenceOf({ cause, user: ' ', business }).filter((it) => it.gap).map((it) => it.part)).toEqual(['user']);
  });

  it('does not let the full stop of a part end the sentence', () => {
    expect(said({ cause: 'it is slow. ', user: 'people wait…', business: 'we lose money.' }))
      .toBe('Because it is slow, people wait, and so we lose money.');
  });
});

describe('a hint', () => {
  it('is not given to a sentence that has all', () => {
    expect(hints({})).toEqual([]);
  });

  it('is not given before anything is written', () => {
    expect(hintsFor({ cause: '', user: ' ', business: '' })).toEqual([]);
  });

  it.each([
    ['cause', '', /clause/],
    ['user', '  ', /what users notice/],
    ['business', '', /money, customers, time or risk/],
  ] as const)('asks for an empty part: %s', (part, text, expected) => {
    expect(hints({ [part]: text })).toEqual([expect.stringMatching(expected)]);
  });

  it.each([
    ['user', 'the cache misses 40% of the time', '“cache”'],
    ['user', 'queries take 6 seconds', '“queries”'],
    ['user', 'Latency is 900 ms', '“latency”'],
    ['business', '12 nodes need more memory', '“nodes”'],
    ['business', 'the backend gets 3 more dependencies', '“backend”'],
  ] as const)('is given where the %s part stays technical: %s', (part, text, word) => {
    expect(hints({ [part]: text })).toEqual([expect.stringContaining(`${part}: ${word} speaks of the system`)]);
  });

  it.each([
    ['user', '40% of users see a timeout'],
    ['user', 'admins wait 10 minutes for the pipeline'],
    ['business', 'each new node costs $400 a month'],
    ['business', 'every backend bug eats two days'],
  ] as const)('is not given where the %s part also speaks of people or of the business: %s', (part, text) => {
    expect(hints({ [part]: text })).toEqual([]);
  });

  it.each([
    ['user', 'shoppers wait for results', /how many users/],
    ['business', 'orders are abandoned', /how much money/],
  ] as const)('asks the %s part for a number: %s', (part, text, expected) => {
    expect(hints({ [part]: text })).toEqual([expect.stringMatching(expected)]);
  });

  it.each(['half of the shoppers leave', 'shoppers wait ٦ seconds', 'shoppers wait twice as long'])('takes a number in words: %s', (text) => {
    expect(hints({ user: text })).toEqual([]);
  });

  it('never calls the cause too technical', () => {
    expect(hints({ cause: 'the index of the database is missing' })).toEqual([]);
  });

  it('asks another language for nothing but a number', () => {
    expect(hints({ user: 'Kunden warten auf die Suche' })).toEqual([expect.stringMatching(/number/)]);
    expect(hints({ user: 'Kunden warten 6 Sekunden' })).toEqual([]);
  });

  it('is one a part at most', () => {
    expect(hints({ cause: '', user: '', business: 'the cache' })).toHaveLength(3);
  });

  it('comes at once for the longest text', () => {
    expect(hints({ user: 'cache '.repeat(400) })).toHaveLength(1);
  });
});
