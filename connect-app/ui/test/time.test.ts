import { describe, expect, it } from 'vitest';
import { ago, moment } from '../src/shell/time';

const now = new Date('2026-11-20T12:00:00Z');
const before = (seconds: number) => new Date(now.getTime() - seconds * 1_000);

describe('how long ago something was', () => {
  it.each([
    [0, 'just now'],
    [59, 'just now'],
    [-30, 'just now'],
    [60, '1 minute ago'],
    [59 * 60 + 59, '59 minutes ago'],
    [3_600, '1 hour ago'],
    [24 * 3_600, 'yesterday'],
    [3 * 24 * 3_600, '3 days ago'],
    [8 * 24 * 3_600, 'last week'],
    [400 * 24 * 3_600, 'last year'],
  ])('%d seconds are "%s"', (seconds, words) => expect(ago(before(seconds), now, 'en-GB')).toBe(words));

  it('is said in English to all, since the sentence around it is', () => {
    expect(ago(before(120), now, 'de-DE')).toBe('2 minutes ago');
  });

  it('has an exact moment in the reader’s time zone', () => {
    expect(moment(now, 'en-GB', 'Asia/Tokyo')).toContain('21:00:00');
    expect(moment(now, 'en-US', 'America/New_York')).toContain('7:00:00');
  });
});
