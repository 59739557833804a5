import { describe, expect, it } from 'vitest';
import { issueBudget } from '../src/budget/issueBudget';
import { Unreadable } from '../src/shell/parse';

const twin = { key: 'CHK-1', url: 'https://linear.app/x/issue/CHK-1', agrees: true, since: '2026-11-20T10:00:00Z', state: 'agrees', why: null };
const full = {
  issue: { id: '1', key: 'SHOP-1' },
  budget: { name: 'features', label: 'budget:features', share: 80 },
  mapping: { projectKey: 'SHOP' },
  twin,
};

describe('the answer about an issue’s budget', () => {
  it('is read field by field', () => {
    expect(issueBudget(full)).toEqual({
      budget: { name: 'features', label: 'budget:features', share: 80 },
      mapping: { projectKey: 'SHOP', labels: [], budgets: [] },
      twin: { key: 'CHK-1', url: twin.url, state: 'agrees', since: new Date('2026-11-20T10:00:00Z'), why: null },
    });
  });

  it('may lack the budget, the mapping and the twin', () => {
    expect(issueBudget({ budget: null, mapping: null, twin: null })).toEqual({ budget: null, mapping: null, twin: null });
    expect(issueBudget({})).toEqual({ budget: null, mapping: null, twin: null });
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', '/relative', 'http://', '', 7, null])('makes no link of %s', (url) => {
    expect(issueBudget({ twin: { ...twin, url } }).twin?.url).toBeNull();
  });

  it.each([
    ['no object', 'text'],
    ['a list', []],
    ['a twin in an unknown state', { twin: { ...twin, state: 'entangled' } }],
    ['a twin without a key', { twin: { ...twin, key: '' } }],
    ['a moment that is none', { twin: { ...twin, since: 'yesterday' } }],
    ['a share over 100', { budget: { ...full.budget, share: 101 } }],
    ['a share that is no number', { budget: { ...full.budget, share: 'NaN' } }],
    ['a budget that is a list', { budget: [] }],
    ['labels that are no words', { mapping: { projectKey: 'SHOP', labels: [{}] } }],
  ])('is unreadable as a whole if it holds %s', (_what, body) => {
    expect(() => issueBudget(body)).toThrow(Unreadable);
  });

  it('cuts a reason that is longer than a panel can show', () => {
    expect(issueBudget({ twin: { ...twin, why: 'x'.repeat(10_000) } }).twin?.why).toHaveLength(501);
  });
});
