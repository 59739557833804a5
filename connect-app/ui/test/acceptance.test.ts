// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { ACCEPTANCE, type Acceptance, LONGEST_CRITERION, MOST_CRITERIA } from '../src/acceptance/acceptance';
import { BUILT_IN } from '../src/acceptance/builtIn';
import * as changes from '../src/acceptance/changes';
import { isList, sketchesOf } from '../src/acceptance/lines';
import { projectPart, templatesFor } from '../src/acceptance/project';
import { placeAt } from '../src/acceptance/useDrag';
import { hintOf, isOutdated, partName, partValue, progressOf } from '../src/acceptance/wording';
import { Unreadable } from '../src/shell/parse';
import { acceptance, criterion, FIVE, TEMPLATES } from './acceptances';

const ids = (document: Acceptance): string[] => document.criteria.map((it) => it.id);

describe('the stored document', () => {
  it('is read as it was written', () => {
    const written = acceptance({
      criteria: [criterion('c1', 'x', 'ux', { changed: { at: '2026-11-20T12:00:00Z', by: 'ada', was: 'y' } })],
      removed: [{ text: 'z', at: '2026-11-20T12:00:00Z', by: 'ada' }],
      agreed: { product: { by: 'ada', at: '2026-11-20T12:00:00Z' }, engineering: {}, design: null },
      criteriaChangedAt: '2026-11-20T12:00:00Z',
    });
    expect(ACCEPTANCE.parse(JSON.parse(JSON.stringify(written)))).toEqual(written);
  });

  it('is empty where members are missing', () => {
    expect(ACCEPTANCE.parse({ v: 1 })).toEqual(ACCEPTANCE.empty);
  });

  it.each([
    ['another version', { v: 2 }],
    ['a criterion without an id', { v: 1, criteria: [{ text: 'x' }] }],
    ['a type that is none', { v: 1, criteria: [{ id: 'c1', text: 'x', type: 'magic' }] }],
    ['a text that would be cut', { v: 1, criteria: [{ id: 'c1', text: 'x'.repeat(1_001) }] }],
    ['a moment that is none', { v: 1, criteriaChangedAt: 'yesterday' }],
    ['a list', []],
  ])('is refused with %s', (_, given) => expect(() => ACCEPTANCE.parse(given)).toThrow(Unreadable));
});

describe('pasted lines', () => {
  it.each([
    ['one\ntwo\r\n\n three ', ['one', 'two', 'three']],
    ['- one\n* two\n+ three\n• four\n1. five\n12) six', ['one', 'two', 'three', 'four', 'five', 'six']],
    ['2 of 3 are met\n-5 degrees', ['2 of 3 are met', '-5 degrees']],
    ['\n \n- \n', ['-']],
  ])('of %j are %j', (text, words) => expect(sketchesOf(text).map((it) => it.text)).toEqual(words));

  it('say which criteria are met', () => {
    expect(sketchesOf('- [ ] open\n- [x] met\n* [X] too\n[ ] bare\n- [] short').map((it) => [it.text, it.met])).toEqual([
      ['open', false], ['met', true], ['too', true], ['bare', false], ['short', false],
    ]);
  });

  it('that are too long become several, and lose no word', () => {
    const words = Array.from({ length: 400 }, (_, nr) => `word${nr}`).join(' ');
    const pieces = sketchesOf(words).map((it) => it.text);
    expect(pieces.every((it) => it.length <= 1_000)).toBe(true);
    expect(pieces.join(' ')).toBe(words);
    expect(sketchesOf('x'.repeat(2_500)).map((it) => it.text.length)).toEqual([1_000, 1_000, 500]);
  });

  it('are a list where there are several, or a checkbox', () => {
    expect([isList('one'), isList('one\n'), isList('one\ntwo'), isList('- [ ] one')]).toEqual([false, false, true, true]);
  });
});

describe('a change', () => {
  const five = acceptance();

  it('moves a criterion to any place, and nowhere else', () => {
    expect(ids(changes.movedTo('c1', 2)(five))).toEqual(['c2', 'c3', 'c1', 'c4', 'c5']);
    expect(ids(changes.movedTo('c5', 0)(five))).toEqual(['c5', 'c1', 'c2', 'c3', 'c4']);
    expect(changes.movedTo('c1', -1)(five).criteria).toBe(five.criteria);
    expect(changes.movedTo('c1', 5)(five).criteria).toBe(five.criteria);
    expect(changes.movedTo('gone', 0)(five).criteria).toBe(five.criteria);
  });

  it('adds at the end or after one, as many as there is room for', () => {
    const two = [{ text: 'x', type: null, met: true }, { text: 'y', type: 'ux' as const, met: false }];
    expect(ids(changes.withNew(two, ['n1', 'n2'])(five))).toEqual(['c1', 'c2', 'c3', 'c4', 'c5', 'n1', 'n2']);
    expect(ids(changes.withNew(two, ['n1', 'n2'], 'c1')(five))).toEqual(['c1', 'n1', 'n2', 'c2', 'c3', 'c4', 'c5']);
    const full = acceptance({ criteria: Array.from({ length: MOST_CRITERIA - 1 }, (_, nr) => criterion(`f${nr}`, 'x')) });
    expect(changes.withNew(two, ['n1', 'n2'])(full).criteria).toHaveLength(MOST_CRITERIA);
  });

  it('leaves the other criteria the same objects', () => {
    const next = changes.withText('c1', 'new')(five);
    expect(next.criteria[0]).toEqual({ ...FIVE[0], text: 'new' });
    expect(next.criteria[1]).toBe(FIVE[1]);
  });

  it('makes ids that are allowed and differ', () => {
    const made = changes.newIds(1_000);
    expect(new Set(made).size).toBe(1_000);
    expect(made.every((it) => /^[a-zA-Z0-9-]{1,40}$/.test(it))).toBe(true);
  });
});

describe('the words', () => {
  it.each([
    [[], null],
    [[criterion('a', 'x'), criterion('b', 'y')], 'No criterion has a type yet: technical, user experience or business.'],
    [[criterion('a', 'x', 'technical'), criterion('b', 'y', 'business')], 'No user-experience criterion yet.'],
    [[criterion('a', 'x', 'technical')], 'No user-experience or business criterion yet.'],
    [FIVE, null],
  ])('hint at types that are missing (%#)', (criteria, words) => expect(hintOf(criteria)).toBe(words));

  it('say how far it is', () => expect(progressOf(FIVE)).toBe('2 of 5 met'));

  it('know a yes that is older than the criteria', () => {
    const yes = { by: 'ada', at: '2026-11-20T12:00:00Z' };
    expect([isOutdated(yes, '2026-11-20T12:00:01Z'), isOutdated(yes, '2026-11-20T11:00:00Z'), isOutdated(yes, null), isOutdated({}, '2026-11-20T12:00:01Z')])
      .toEqual([true, false, false, false]);
  });

  it('name the part in which two people clash, and show its values', () => {
    const clash = (...path: string[]) => ({ path, mine: 1, theirs: 2 });
    const names = [clash('story', 'asA'), clash('criteria', 'c2', 'text'), clash('criteria', 'c2'), clash('criteria', 'gone'), clash('agreed', 'design')];
    expect(names.map((it) => partName(acceptance(), it))).toEqual(['As a', 'Criterion 2: text', 'Criterion 2', 'A criterion', 'Agreed for design']);
    expect([partValue('ux', clash('criteria', 'c2', 'type')), partValue(null, clash('criteria', 'c2', 'type')), partValue(undefined, clash('criteria', 'c2')),
      partValue(FIVE[1], clash('criteria', 'c2')), partValue({}, clash('agreed', 'design')), partValue(true, clash('criteria', 'c2', 'met'))])
      .toEqual(['User experience', 'No type', '(removed)', FIVE[1]!.text, 'You agreed', 'Yes']);
  });
});

describe('the project’s part', () => {
  it('gives the templates of the issue’s type', () => {
    const { templates } = projectPart({ templates: TEMPLATES });
    expect(templatesFor(templates, 'story').map((it) => it.name)).toEqual(['Something people see', 'An API']);
  });

  it('gives a template for every type to each type', () => {
    const { templates } = projectPart({ templates: [...TEMPLATES, { issueType: '', name: 'Anything', criteria: [{ text: 'It is announced', type: null }] }] });
    expect(templatesFor(templates, 'Bug').map((it) => it.name)).toEqual(['A fix', 'Anything']);
    expect(templatesFor(templates, 'Epic').map((it) => it.name)).toEqual(['Anything']);
  });

  it('gives Tandem’s own where the project has none for the type, or none that says anything', () => {
    const begun = projectPart({ templates: [...TEMPLATES, { issueType: '', name: 'Template 4', criteria: [] }] }).templates;
    expect(templatesFor(begun, 'task').map((it) => it.name)).toEqual(['Work inside the system']);
    expect(['Story', 'Bug', 'Task', 'Epic'].map((type) => templatesFor([], type).length)).toEqual([1, 1, 1, 0]);
  });

  it('leaves out what cannot be read', () => {
    expect(projectPart({ templates: 'none', definitionOfDone: [7] })).toEqual({ templates: [], definitionOfDone: [] });
  });
});

describe('Tandem’s own templates', () => {
  it.each(BUILT_IN)('have a few criteria that fit, each of a type, none twice: $issueType', ({ criteria }) => {
    expect(criteria.length).toBeGreaterThanOrEqual(3);
    expect(criteria.length).toBeLessThanOrEqual(5);
    expect(new Set(criteria.map((it) => it.text)).size).toBe(criteria.length);
    expect(criteria.filter((it) => it.type === null || it.met || it.text.length > LONGEST_CRITERION)).toEqual([]);
  });
});

describe('the place where a dragged row would go', () => {
  const others = [0, 40, 80].map((top) => ({ top, bottom: top + 40 }));
  it.each([[-10, 0], [19, 0], [21, 1], [99, 2], [101, 3], [900, 3]])('at the height %i is %i', (y, place) => expect(placeAt(others, y)).toBe(place));
});
