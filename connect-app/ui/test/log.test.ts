import { describe, expect, it } from 'vitest';
import { BLANK } from '../src/decision/decision';
import { joined } from '../src/decision/joined';
import { finds, idFor, maySupersede, mayBecome, names, overdue, replacedBy, successorOf, todayIn } from '../src/decision/log';
import { decided } from './tradeoffs';

describe('the steps of a decision', () => {
  it.each([
    [null, 'accepted', true],
    ['proposed', 'rejected', true],
    ['accepted', 'superseded', true],
    ['accepted', 'proposed', false],
    ['rejected', 'accepted', false],
    ['rejected', 'proposed', true],
    ['superseded', 'accepted', false],
  ] as const)('from %s to %s: %s', (now, next, may) => {
    expect(mayBecome(now, next)).toBe(may);
  });

  it('lead from an accepted or a proposed one to a new one, once', () => {
    expect(maySupersede(decided('a'))).toBe(true);
    expect(maySupersede(decided('a', { status: 'rejected' }))).toBe(false);
    expect(maySupersede(decided('a', { supersededBy: 'b' }))).toBe(false);
    expect(maySupersede(decided('a', { unreadable: 'It is no JSON.' }))).toBe(false);
  });

  it('begin a successor with what is known, without its outcome', () => {
    const old = decided('a', { title: 'Use A', context: 'Why', decision: 'A it is', decidedOn: '2026-01-01' });
    expect(successorOf(old)).toEqual({ ...BLANK, title: 'Use A', space: 'solution', context: 'Why', supersedes: 'a' });
  });
});

describe('a review', () => {
  const due = { status: 'accepted', reviewOn: '2026-11-29' } as const;
  it('is overdue from the day after on, while the decision counts', () => {
    expect(overdue(due, '2026-11-29')).toBe(false);
    expect(overdue(due, '2026-11-30')).toBe(true);
    expect(overdue({ ...due, status: 'superseded' }, '2026-11-30')).toBe(false);
    expect(overdue({ ...due, reviewOn: null }, '2026-11-30')).toBe(false);
  });

  it('goes by the day where the reader is', () => {
    const moment = new Date('2026-11-29T23:30:00Z');
    expect(todayIn('UTC', moment)).toBe('2026-11-29');
    expect(todayIn('Europe/Berlin', moment)).toBe('2026-11-30');
  });
});

describe('the chain of superseded ones', () => {
  const [a, b, c] = [decided('a'), decided('b', { supersedes: 'a' }), decided('c', { supersedes: 'b' })] as const;

  it('is told from the latest to the first', () => {
    expect(replacedBy(c, [a, b, c])).toEqual([b, a]);
  });

  it('ends where people wrote a circle, or the name of what is not there', () => {
    const round = decided('a', { supersedes: 'c' });
    expect(replacedBy(c, [round, b, c])).toEqual([b, round]);
    expect(replacedBy(decided('d', { supersedes: '[15](0015.md)' }), [a])).toEqual([]);
  });
});

describe('a search', () => {
  const it_ = decided('a', { title: 'Use PostgreSQL', dissent: [{ who: 'Bo', because: 'Ranking' }] });
  it.each([['postgres', true], ['BO ranking', true], ['accepted', true], ['bo mysql', false], ['', true]])('for %j: %s', (query, found) => {
    expect(finds(query, it_)).toBe(found);
  });
});

describe('the id of a new decision', () => {
  it.each([
    ['Use PostgreSQL 19!', 'use-postgresql-19'],
    ['  Größe wählen — später ', 'grosse-wahlen-spater'],
    ['決定', 'decision'],
    ['x'.repeat(60), 'x'.repeat(48)],
  ])('of %j is %s', (title, id) => {
    expect(idFor(title, [])).toBe(id);
  });

  it('counts on where it is taken', () => {
    expect(idFor('Use it', ['use-it', 'use-it-2'])).toBe('use-it-3');
  });
});

describe('names in a line', () => {
  it('are parted by commas and said once', () => {
    expect(names(' Ada Obi, Bo;Ada Obi,, ')).toEqual(['Ada Obi', 'Bo']);
  });
});

describe('two people who edit one decision', () => {
  const base = decided('a', { title: 'Use A', context: 'Old', dissent: [] });

  it('do not disturb each other in different fields, nor with two objections', () => {
    const mine = { ...base, context: 'New', dissent: [{ who: 'Ada', because: 'x' }] };
    const theirs = { ...base, reviewOn: '2027-01-01', dissent: [{ who: 'Bo', because: 'y' }] };
    const { merged, clashes } = joined(base, mine, theirs);
    expect(clashes).toEqual([]);
    expect(merged).toMatchObject({ context: 'New', reviewOn: '2027-01-01' });
    expect([...merged.dissent].sort((one, other) => one.who.localeCompare(other.who))).toEqual([{ who: 'Ada', because: 'x' }, { who: 'Bo', because: 'y' }]);
  });

  it('are asked where both wrote the same field, and both texts are there', () => {
    const { merged, clashes } = joined(base, { ...base, context: 'Mine' }, { ...base, context: 'Theirs' });
    expect(clashes).toEqual([{ path: ['context'], mine: 'Mine', theirs: 'Theirs' }]);
    expect(merged.context).toBe('Theirs');
  });
});
