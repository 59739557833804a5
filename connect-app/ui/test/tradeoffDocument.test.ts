import { describe, expect, it } from 'vitest';
import { Unreadable } from '../src/shell/parse';
import * as change from '../src/tradeoff/change';
import { TRADEOFF, tradeoff } from '../src/tradeoff/parse';
import { partName } from '../src/tradeoff/wording';
import { choice } from './tradeoffs';

describe('a stored tradeoff', () => {
  it('is read as it is, and its text is not cut', () => {
    const long = { ...choice, skip: { ...choice.skip, capability: 'x'.repeat(2_000) } };
    expect(tradeoff(long)).toEqual(long);
  });

  it('may hold nothing', () => {
    expect(tradeoff({ v: 1 })).toEqual(TRADEOFF.empty);
  });

  it.each([
    ['another version', { ...choice, v: 2 }],
    ['an unknown severity', { ...choice, skip: { severity: 'awful' } }],
    ['an unknown kind of risk', { ...choice, risks: [{ ...choice.risks[0], kind: 'people' }] }],
    ['an option without an id', { ...choice, options: [{ title: 'x' }] }],
    ['a text that is none', { ...choice, options: [{ id: 'o', title: {} }] }],
    ['options that are no list', { ...choice, options: {} }],
    ['more text than a property holds', { ...choice, skip: { capability: 'x'.repeat(40_000) } }],
  ])('is unreadable with %s', (_what, given) => {
    expect(() => tradeoff(given)).toThrow(Unreadable);
  });
});

describe('a tradeoff that is edited', () => {
  const chosen = change.choosing('o1', 'it is there')(choice);

  it('loses its choice with the chosen option, and only with that', () => {
    expect(change.withoutOption('o1')(chosen).chosen).toBeNull();
    expect(change.withoutOption('o2')(chosen).chosen).toEqual(chosen.chosen);
  });

  it('keeps its decision with another reason, not with another option', () => {
    const recorded = change.recordedAs('o1', 'use-postgresql')(chosen);
    expect(change.choosing('o1', 'better so')(recorded).chosen?.decision).toBe('use-postgresql');
    expect(change.choosing('o2', 'better so')(recorded).chosen?.decision).toBeNull();
  });

  it('is not recorded under a choice that is no more', () => {
    expect(change.recordedAs('o2', 'x')(chosen)).toBe(chosen);
  });

  it('shows open risks first, each in its order', () => {
    const [open, settled] = choice.risks;
    expect(change.openFirst([settled!, open!])).toEqual([open, settled]);
  });

  it('gives new parts ids that two people do not share', () => {
    expect(change.freshId('o', () => 0)).toBe('o00000000');
    expect(change.freshId('r', () => 0.999999999999)).toMatch(/^r[0-9a-z]{8}$/);
  });

  it.each([
    [['skip', 'when'], 'When we lose it'],
    [['options', 'o1', 'gain'], 'Gain of “Use PostgreSQL”'],
    [['options', 'gone'], '“Option without a name”'],
    [['risks', 'r1', 'text'], 'Words of the risk “The index has to follow every price change”'],
    [['chosen'], 'The choice'],
  ])('calls the part %j %s', (path, name) => {
    expect(partName(path, choice)).toBe(name);
  });
});
