import { describe, expect, it } from 'vitest';
import { chainOf, finder } from '../src/project/decisions/chain';
import { decisionLog, type Logged } from '../src/project/decisions/decision';
import { countWords, EVERYTHING, found, owners, type Wanted } from '../src/project/decisions/filter';
import { issueWith, LONGEST_FILE, MOST_FILES, readFiles, suggested } from '../src/project/decisions/importing';
import { day, decidedWords } from '../src/project/decisions/wording';
import { Unreadable } from '../src/shell/parse';
import { decision, log, longLog } from './project';

const { decisions } = decisionLog(log);
const ids = (list: readonly Logged[]): string[] => list.map(({ id }) => id);
const wanting = (wanted: Partial<Wanted>): string[] => ids(found(decisions, { ...EVERYTHING, ...wanted }));
const byId = (id: string): Logged => decisions.find((it) => it.id === id)!;

describe('the decision log', () => {
  it('lists first what is not decided yet, then the newest', () => expect(ids(decisions)).toEqual(['queue', 'postgresql', 'oracle', 'mysql']));

  it('shows a decision whose status is none of the four, without one', () => {
    const read = decisionLog({ decisions: [decision('x', { status: 'entangled', space: 'outer' })] });
    expect(read.decisions[0]).toMatchObject({ status: null, space: null });
  });

  it('refuses an answer of another shape', () => {
    expect(() => decisionLog({ decisions: [{ id: 'x' }] })).toThrow(Unreadable);
    expect(() => decisionLog({ decisions: [decision('x', { decidedBy: 'Ada' })] })).toThrow(Unreadable);
  });

  it('cuts a title of 10,000 characters', () => {
    expect(decisionLog({ decisions: [decision('x', { title: 'x'.repeat(10_000) })] }).decisions[0]!.title.length).toBeLessThan(600);
  });
});

describe('the search', () => {
  it.each([
    ['postgresql', ['postgresql']],
    ['POSTGRES', ['postgresql']],
    ['resumes', ['queue']],
    ['shop-13', ['queue']],
    ['slow parser', ['queue']],
    ['checkout ada', ['postgresql', 'oracle', 'mysql']],
    ['bo oracle', ['oracle']],
    ['  ', ['queue', 'postgresql', 'oracle', 'mysql']],
    ['nothing of the kind', []],
  ])('finds by "%s"', (words, expected) => expect(wanting({ words })).toEqual(expected));

  it.each([
    [{ status: 'superseded' }, ['oracle', 'mysql']],
    [{ space: 'problem' }, ['queue']],
    [{ owner: 'Bo' }, ['oracle']],
    [{ overdue: true }, ['postgresql']],
    [{ dissent: true }, ['postgresql']],
    [{ overdue: true, status: 'proposed' }, []],
  ] as [Partial<Wanted>, string[]][])('narrows to %j', (wanted, expected) => expect(wanting(wanted)).toEqual(expected));

  it('knows everybody who decided something, once', () => expect(owners(decisions)).toEqual(['Ada', 'Bo']));

  it('says how many of how many', () => {
    expect(countWords(4, 14)).toBe('4 of 14 decisions');
    expect(countWords(14, 14)).toBe('14 decisions');
    expect(countWords(1, 1)).toBe('1 decision');
  });

  it('goes through 5,000 decisions in the time of a key press', () => {
    const many = decisionLog(longLog(5_000)).decisions;
    const began = performance.now();
    expect(found(many, { ...EVERYTHING, words: 'choice-4999' })).toHaveLength(1);
    expect(performance.now() - began).toBeLessThan(500);
  });
});

describe('the chain of superseded decisions', () => {
  const find = finder(decisions);
  it.each(['mysql', 'oracle', 'postgresql'])('is the same from each of its members: %s', (id) =>
    expect(ids(chainOf(byId(id), find))).toEqual(['mysql', 'oracle', 'postgresql']));
  it('of a decision that nobody superseded is that decision', () => expect(ids(chainOf(byId('queue'), find))).toEqual(['queue']));

  it('ends where people made a circle of it', () => {
    const circle = decisionLog({ decisions: [
      decision('a', { supersedes: 'b', supersededBy: 'b' }), decision('b', { supersedes: 'a', supersededBy: 'a' }),
    ] }).decisions;
    expect(chainOf(circle[0]!, finder(circle))).toHaveLength(2);
    const self = decisionLog({ decisions: [decision('a', { supersedes: 'a', supersededBy: 'a' })] }).decisions;
    expect(chainOf(self[0]!, finder(self))).toHaveLength(1);
  });

  it('never takes a decision of another issue for the one that is meant', () => {
    const two = decisionLog({ decisions: [
      decision('new', { supersedes: 'old' }), decision('old', { issue: { id: '9', key: 'SHOP-9', summary: '' } }),
    ] }).decisions;
    expect(ids(chainOf(two.find(({ id }) => id === 'new')!, finder(two)))).toEqual(['new']);
  });
});

describe('the words of a decision', () => {
  it('name who decided and when, as far as it is known', () => {
    expect(decidedWords(byId('oracle'), 'en-GB')).toBe('Decided by Bo and Ada on 10 Jun 2026');
    expect(decidedWords(byId('queue'), 'en-GB')).toBe('Not decided yet');
    expect(decidedWords({ ...byId('queue'), status: 'accepted', reviewOn: '2026-12-01' }, 'en-GB'))
      .toBe('Nobody wrote down who decided it and when, review on 1 Dec 2026');
  });
  it('leave a date as it was written where it is none', () => {
    expect(day('2026-02-31x', 'en-GB')).toBe('2026-02-31x');
    expect(day('2026-13-45', 'en-GB')).toBe('2026-13-45');
  });
  it('mean the same day in every time zone', () => expect(day('2026-11-03', 'en-US')).toBe('Nov 3, 2026'));
});

describe('the import', () => {
  const issues = [{ id: '1', key: 'SHOP-1', summary: 'Cart' }, { id: '12', key: 'SHOP-12', summary: 'Checkout' }];
  it('takes an issue by its key, whatever its case', () => expect(issueWith(issues, ' shop-12 ')?.id).toBe('12'));
  it('suggests by key and by summary', () => {
    expect(suggested(issues, 'check').map(({ key }) => key)).toEqual(['SHOP-12']);
    expect(suggested(Array.from({ length: 100 }, (_, index) => ({ id: `${index}`, key: `SHOP-${index}`, summary: '' })), 'shop')).toHaveLength(20);
  });
  it('refuses too many files, and a file that no decision can hold, by name', async () => {
    await expect(readFiles(Array.from({ length: MOST_FILES + 1 }, () => new File(['x'], 'x.md')))).rejects.toThrow(/At most 60/);
    await expect(readFiles([new File(['x'.repeat(LONGEST_FILE + 1)], 'long.md')])).rejects.toThrow(/long\.md/);
  });
});
