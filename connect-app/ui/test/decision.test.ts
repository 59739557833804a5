import { describe, expect, it } from 'vitest';
import { writtenOf } from '../src/decision/decision';
import { decision, decisions } from '../src/decision/parse';
import { Unreadable } from '../src/shell/parse';
import { decided } from './tradeoffs';

const full = decided('use-postgresql', {
  title: 'Use PostgreSQL', context: 'Search is slow.\n\n- very', dissent: [{ who: 'Bo', because: 'Ranking' }], decidedBy: ['Ada'], decidedOn: '2026-11-20',
  reviewOn: '2027-05-01', supersedes: 'use-like', more: ['Confirmation'],
});

describe('a decision as the backend gives it', () => {
  it('is read field by field, and its text is not cut', () => {
    const long = { ...full, context: 'x'.repeat(32_000) };
    expect(decision(long)).toEqual(long);
  });

  it('may say next to nothing', () => {
    expect(decision({ id: 'a', etag: '"1"' })).toEqual(decided('a', { etag: '"1"', title: '', status: null, statusText: '', space: null }));
  });

  it('keeps a status and a space that are none of the known ones as not said', () => {
    expect(decision({ ...full, status: 'Partly superseded', statusText: 'Partly superseded', space: 'outer' })).toMatchObject({
      status: null, statusText: 'Partly superseded', space: null,
    });
  });

  it.each(['2026-13-01', 'soon', 20261120, '', null])('makes no day of %s', (reviewOn) => {
    expect(decision({ ...full, reviewOn }).reviewOn).toBeNull();
  });

  it('sends only what people write', () => {
    expect(Object.keys(writtenOf(full))).not.toContain('etag');
    expect(Object.keys(writtenOf(full))).not.toContain('more');
    expect(writtenOf(full).title).toBe('Use PostgreSQL');
  });
});

describe('the decisions of an issue', () => {
  it('stay readable beside one that is not', () => {
    const [good, bad] = decisions([full, { ...full, id: 'b', dissent: 'Bo' }]);
    expect(good).toEqual(full);
    expect(bad).toMatchObject({ id: 'b', title: '', unreadable: 'It has another form than this page knows.' });
  });

  it.each([['no list', {}], ['one without an id', [{ title: 'x' }]], ['one with an id that is a path', [{ ...full, id: '../x' }]], ['one that is a text', ['x']]])(
    'are unreadable if they are or hold %s', (_what, given) => {
      expect(() => decisions(given)).toThrow(Unreadable);
    });
});
