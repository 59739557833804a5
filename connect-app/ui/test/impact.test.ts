import { describe, expect, it } from 'vitest';
import { clashName, isStamp, peopleIn, showValue } from '../src/impact/clashes';
import { isOld } from '../src/impact/feasibility';
import { EMPTY, isEmpty } from '../src/impact/impact';
import { impact } from '../src/impact/impactKind';
import { change, dayName, isPast, lacks } from '../src/impact/metric';
import { neighboursOf } from '../src/impact/neighbours';
import { everybody, rolesHint } from '../src/impact/roles';
import { impliedLeft, isListed, percentOf, projectSlos, sloReading, standing } from '../src/impact/slo';
import { Unreadable } from '../src/shell/parse';

const slo = { name: 'Checkout', objective: 99.9, current: 99.95, left: null };

describe('the impact document', () => {
  it('is read whole', () => {
    const full = {
      ...EMPTY, problem: 'Slow', metric: { name: 'm', baseline: '1', target: '2', due: '2026-12-31' },
      rating: { impact: 4, effort: 2 }, slo, feasibility: { answer: 'unsure', because: 'x', by: 'a', at: '2026-11-20T10:00:00.000Z' },
      roles: { responsible: ['a'], accountable: 'b', consulted: [], informed: ['c'] },
    };
    expect(impact(full)).toEqual(full);
  });

  it('fills in what is not there', () => {
    expect(impact({ v: 1 })).toEqual(EMPTY);
    expect(isEmpty(impact({ v: 1 }))).toBe(true);
  });

  it('never cuts a text: the next save would lose the rest', () => {
    expect(impact({ v: 1, problem: 'x'.repeat(2_000) }).problem).toHaveLength(2_000);
  });

  it.each([
    [null], [[]], ['text'], [{ v: 2 }], [{ v: 1, problem: 7 }], [{ v: 1, metric: { due: 'soon' } }], [{ v: 1, why: [] }],
    [{ v: 1, slo: { objective: 'high' } }], [{ v: 1, feasibility: { answer: 'maybe' } }], [{ v: 1, roles: { responsible: [7] } }],
  ])('refuses %j', (value) => {
    expect(() => impact(value)).toThrow(Unreadable);
  });
});

describe('an objective', () => {
  it.each([
    [60, 'healthy', '60% of the error budget is left.', 60],
    [20.5, 'healthy', '20.5% of the error budget is left.', 20.5],
    [20, 'nearly', '20% of the error budget is left.', 20],
    [0, 'spent', 'The error budget is spent.', 0],
    [-12.5, 'spent', 'The error budget is overspent by 12.5%.', 0],
    [null, 'unknown', 'How much error budget is left is not known.', null],
  ] as const)('with %s left is %s', (left, state, words, filled) => {
    expect(sloReading({ ...slo, left })).toEqual({ state, words, filled });
  });

  it('says how it stands', () => {
    expect(standing(slo)).toBe('99.95% now, 99.9% promised');
    expect(standing({ ...slo, current: null })).toBe('99.9% promised');
  });

  it('leaves what its numbers imply', () => {
    expect(impliedLeft(slo)).toBe(50);
    expect(impliedLeft({ ...slo, current: 99.8 })).toBe(-100);
    expect(impliedLeft({ ...slo, current: 0 })).toBe(-1_000);
    expect(impliedLeft({ ...slo, objective: 100 })).toBeNull();
    expect(impliedLeft({ ...slo, current: null })).toBeNull();
  });

  it('is listed while the project lists its name', () => {
    expect(isListed(slo, [{ name: 'Checkout', objective: 99.9 }])).toBe(true);
    expect(isListed(slo, [])).toBe(false);
  });

  it.each([['99,9', 99.9], [' 99.9 % ', 99.9], ['', null], ['101', undefined], ['-1', undefined], ['many', undefined]])(
    'reads %j as %s percent', (typed, percent) => expect(percentOf(typed, 0)).toBe(percent));
});

describe('a check-in', () => {
  const now = new Date('2026-11-29T12:00:00Z');
  it('is old after 14 days, not before, and not while the server has not stamped it', () => {
    expect(isOld({ by: 'ada', at: '2026-11-15T11:59:59Z' }, now)).toBe(true);
    expect(isOld({ by: 'ada', at: '2026-11-15T12:00:01Z' }, now)).toBe(false);
    expect(isOld({ by: null, at: null }, now)).toBe(false);
  });
});

describe('a metric', () => {
  const full = { name: 'Orders', baseline: '61%', target: '70%', due: '2026-12-31' };

  it('says its change', () => {
    expect(change(full)).toBe('61% → 70%');
    expect(change({ ...full, baseline: '' })).toBe('to 70%');
    expect(change({ ...full, target: '' })).toBe('from 61%');
    expect(change({ ...full, baseline: '', target: '' })).toBe('');
  });

  it('lacks nothing before it is begun or when it is whole, and names the rest', () => {
    expect(lacks(EMPTY.metric)).toBeNull();
    expect(lacks(full)).toBeNull();
    expect(lacks({ ...full, baseline: '', due: null })).toBe('Still missing: where it stands today, by when.');
  });

  it('is late from the day after, in the reader’s zone', () => {
    const midnight = new Date('2026-12-31T23:30:00Z');
    expect(isPast('2026-12-31', midnight, 'UTC')).toBe(false);
    expect(isPast('2026-12-31', midnight, 'Europe/Berlin')).toBe(true);
  });

  it('names its day, and shows what is none as it is', () => {
    expect(dayName('2026-12-31', 'en-GB')).toBe('31 December 2026');
    expect(dayName('2026-13-45', 'en-GB')).toBe('2026-13-45');
  });
});

describe('roles', () => {
  const roles = { responsible: ['a', 'b'], accountable: 'a', consulted: [], informed: ['c'] };

  it('name everybody once', () => {
    expect(everybody(roles)).toEqual(['a', 'b', 'c']);
  });

  it('ask for one who is accountable, once anybody is named', () => {
    expect(rolesHint(EMPTY.roles, () => false)).toBeNull();
    expect(rolesHint({ ...roles, accountable: null }, () => false)).toMatch(/Nobody is accountable/);
    expect(rolesHint(roles, (id) => id === 'a')).toMatch(/accountable person is gone/);
    expect(rolesHint(roles, () => false)).toBeNull();
  });
});

describe('the project’s objectives', () => {
  it('leave out what is none, and count a name once', () => {
    expect(projectSlos([{ name: 'A', objective: 99 }, { name: 'A', objective: 98 }, { name: '' }, null, 7, { name: 'B', objective: 'x' }]))
      .toEqual([{ name: 'A', objective: 99 }, { name: 'B', objective: null }]);
    expect(projectSlos(undefined)).toEqual([]);
  });
});

describe('neighbours', () => {
  const neighbour = { id: '2', key: 'SHOP-2', summary: 'x', impact: 5, effort: 4 };

  it('without a whole rating have no place', () => {
    expect(neighboursOf({ neighbours: [neighbour, { ...neighbour, effort: null }, { ...neighbour, impact: 9 }] })).toEqual([neighbour]);
  });

  it('cut a title that would flood the page', () => {
    expect(neighboursOf({ neighbours: [{ ...neighbour, summary: 'x'.repeat(10_000) }] })[0]?.summary.length).toBeLessThan(600);
  });

  it.each([[null], [{}], [{ neighbours: [7] }], [{ neighbours: [{ ...neighbour, key: '' }] }]])('refuse %j', (body) => {
    expect(() => neighboursOf(body)).toThrow(Unreadable);
  });
});

describe('a clash', () => {
  const clash = (path: string, mine: unknown = 'a', theirs: unknown = 'b') => ({ path: path.split('.'), mine, theirs });
  const nobody = new Map();

  it('has a name of its own for every part of the document', () => {
    const whole = { ...EMPTY, slo, feasibility: { answer: 'fine', because: '' }, roles: { accountable: null } };
    const paths = Object.entries(whole).filter(([key]) => key !== 'v').flatMap(([key, value]) =>
      (typeof value === 'object' && value !== null ? Object.keys(value).map((it) => `${key}.${it}`) : [key]));
    for (const path of paths) expect(clashName(clash(path)), path).not.toBe('Business impact');
  });

  it('shows answers and people by name', () => {
    const people = new Map([['a', { id: 'a', name: 'Ada', active: true }]]);
    expect(showValue('unsure', clash('feasibility.answer'), nobody)).toBe('Unsure');
    expect(showValue({ answer: 'no', because: 'x' }, clash('feasibility'), nobody)).toBe('No x');
    expect(showValue('a', clash('roles.accountable'), people)).toBe('Ada');
    expect(showValue('fine', clash('problem'), nobody)).toBe('fine');
  });

  it('names the people that it is about', () => {
    expect(peopleIn([clash('roles.accountable', 'a', null), clash('problem')])).toEqual(['a']);
  });

  it('of a stamp is nobody’s to settle', () => {
    expect([clash('feasibility.by'), clash('feasibility.at'), clash('feasibility.answer')].map(isStamp)).toEqual([true, true, false]);
  });
});
