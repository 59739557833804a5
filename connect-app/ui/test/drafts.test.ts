import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { browserDrafts } from '../src/shell/drafts';

const PATH = '/api/panel/issues/10001/notes';
const TEXT = { parse: String };
const keep = (mine: string) => browserDrafts.keep(PATH, 'ada', { base: '', mine, clashes: [] });
const found = (me = 'ada') => browserDrafts.find(PATH, me, TEXT)?.mine;
const on = (site: string) => window.history.replaceState(null, '', `/panel?xdm_e=${encodeURIComponent(site)}`);

beforeEach(() => localStorage.clear());
afterEach(() => window.history.replaceState(null, '', '/'));

describe('drafts in the browser', () => {
  it('are one person’s, on one site', () => {
    on('https://one.example.net');
    keep('mine');
    expect(found()).toBe('mine');
    expect(found('bo')).toBeUndefined();
    on('https://two.example.net');
    expect(found()).toBeUndefined();
    on('https://one.example.net');
    browserDrafts.drop(PATH, 'ada');
    expect(found()).toBeUndefined();
  });

  it('that are larger than any document are not kept', () => {
    keep('x'.repeat(600_000));
    expect(found()).toBeUndefined();
  });
});
