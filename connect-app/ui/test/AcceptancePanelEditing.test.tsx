import { act, createEvent, fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { aPageEach, check, passes, rows, said, shown, stored, texts } from './acceptancePanel';
import { acceptance, FIVE, TEMPLATES } from './acceptances';
import { ANSWER } from './documents';

aPageEach();

describe('by mouse', () => {
  it('marks a criterion met, at once and on the server', async () => {
    const { backend, user } = await shown(acceptance());
    await user.click(check(FIVE[2]!.text));
    expect(screen.getByText('3 of 5 met')).toBeTruthy();
    expect(said()).toBe('Marked met');
    await passes(600);
    expect(stored(backend).criteria[2]!.met).toBe(true);
    expect(screen.getByText('Saved')).toBeTruthy();
  });

  it('edits a line of the story where it stands', async () => {
    const { backend, user } = await shown(acceptance());
    await user.click(screen.getByRole('button', { name: /^So that/ }));
    const field = await screen.findByRole('textbox', { name: 'So that' });
    expect((field as HTMLTextAreaElement).value).toBe('I need no card at hand');
    await user.clear(field);
    await user.type(field, ' it is   easy {Enter}');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'So that: it is easy. Edit' }));
    await passes(600);
    expect(stored(backend).story.soThat).toBe('it is easy');
  });

  it('puts a text back on Esc, and does not let one be emptied', async () => {
    const { backend, user } = await shown(acceptance());
    await user.click(screen.getByRole('button', { name: `Criterion: ${FIVE[0]!.text}. Edit` }));
    await user.type(await screen.findByRole('textbox', { name: 'Criterion' }), 'nonsense{Escape}');
    await user.click(screen.getByRole('button', { name: `Criterion: ${FIVE[0]!.text}. Edit` }));
    const field = await screen.findByRole('textbox', { name: 'Criterion' });
    await user.clear(field);
    await user.type(field, '{Enter}');
    await passes(1_000);
    expect(texts(backend)).toEqual(FIVE.map((it) => it.text));
    expect(backend.asked.filter((it) => it.method === 'PUT')).toEqual([]);
  });

  it('chooses a type out of a select that is loaded when it is first used', async () => {
    const { backend, user } = await shown(acceptance());
    await user.click(screen.getByRole('button', { name: 'Type: none. Change' }));
    await user.click(await screen.findByRole('option', { name: 'Business' }));
    await passes(600);
    expect(stored(backend).criteria[4]!.type).toBe('business');
  });

  it('removes a criterion, with a flag whose undo reaches the server', async () => {
    const { backend, host, user } = await shown(acceptance());
    await user.click(screen.getByRole('button', { name: `Remove: ${FIVE[1]!.text}` }));
    await passes(600);
    expect(texts(backend)).not.toContain(FIVE[1]!.text);
    expect(host.flags.map((it) => [it.title, it.action?.text])).toEqual([['Criterion removed', 'Undo']]);
    await user.click(check(FIVE[0]!.text));
    act(() => host.flags[0]!.action!.run());
    await passes(600);
    expect(texts(backend)).toEqual(FIVE.map((it) => it.text));
    expect(stored(backend).criteria[0]!.met).toBe(false);
  });

  it('adds the criteria of a template for this type of issue', async () => {
    const { backend, user } = await shown(null, { project: { definitionOfDone: [], templates: TEMPLATES, slos: [] } });
    await user.click(screen.getByRole('button', { name: 'Use a template' }));
    expect(screen.queryByRole('button', { name: /A fix/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Something people see (3)' }));
    expect(said()).toBe('3 criteria added');
    await passes(600);
    expect(stored(backend).criteria.map((it) => [it.text, it.type])).toEqual(TEMPLATES[0]!.criteria.map((it) => [it.text, it.type]));
  });

  it('offers criteria to begin with where the project has no template, to be edited and undone like any other', async () => {
    const { backend, user } = await shown(acceptance(), { issue: { ...ANSWER.issue, type: 'Bug' } });
    await user.click(screen.getByRole('button', { name: 'Use a template' }));
    await user.click(screen.getByRole('button', { name: 'A fix (5)' }));
    const test = 'A test fails without the fix and passes with it';
    await user.click(screen.getByRole('button', { name: `Criterion: ${test}. Edit` }));
    await user.type(await screen.findByRole('textbox', { name: 'Criterion' }), ', on each platform{Enter}');
    await passes(600);
    expect(texts(backend)).toHaveLength(10);
    expect(texts(backend)).toContain(`${test}, on each platform`);
    await user.keyboard('{Control>}z{/Control}{Control>}z{/Control}');
    await passes(600);
    expect(texts(backend)).toEqual(FIVE.map((it) => it.text));
  });

  it('makes many criteria of a pasted list', async () => {
    const { backend, user } = await shown(null);
    await user.click(screen.getByRole('button', { name: 'Add a criterion' }));
    await user.click(await screen.findByRole('textbox', { name: 'New criterion' }));
    await user.paste('- [ ] one\n- [x] two\n\n3. three');
    await passes(600);
    expect(stored(backend).criteria.map((it) => [it.text, it.met])).toEqual([['one', false], ['two', true], ['three', false]]);
    expect(screen.getByRole('textbox', { name: 'New criterion' })).toBeTruthy();
  });

  it('moves a criterion by its handle', async () => {
    const { backend } = await shown(acceptance());
    rows().forEach((row, index) => {
      row.getBoundingClientRect = () => ({ top: index * 40, bottom: index * 40 + 40 }) as DOMRect;
    });
    const point = (name: 'pointerDown' | 'pointerMove' | 'pointerUp', target: Element | Document, clientY: number) => {
      const event = createEvent[name](target, { bubbles: true, button: 0 });
      Object.defineProperties(event, { clientY: { value: clientY }, button: { value: 0 }, pointerId: { value: 1 } });
      fireEvent(target, event);
    };
    point('pointerDown', rows()[0]!.querySelector('.handle')!, 10);
    point('pointerMove', document, 130);
    expect(rows()[3]!.dataset['drop']).toBe('before');
    point('pointerUp', document, 130);
    await passes(600);
    expect(stored(backend).criteria.map((it) => it.id)).toEqual(['c2', 'c3', 'c1', 'c4', 'c5']);
  });
});

describe('by keyboard alone', () => {
  it('writes, types, orders, meets, removes and takes back criteria', async () => {
    const { backend, user } = await shown(null);
    await user.keyboard('n');
    await screen.findByRole('textbox', { name: 'New criterion' });
    await user.keyboard('first{Enter}second{Enter}third{Enter}');
    await user.keyboard('{Enter}');
    expect(rows()).toHaveLength(3);
    act(() => check('third').focus());
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(said()).toBe('Moved to position 2 of 3');
    expect(document.activeElement).toBe(check('third'));
    await user.keyboard(' ');
    expect(said()).toBe('Marked met');
    await user.keyboard('{ArrowUp}{ArrowUp}');
    expect(document.activeElement).toBe(check('first'));
    await user.keyboard('{Enter}');
    await screen.findByRole('textbox', { name: 'Criterion' });
    await user.keyboard(' of all{Enter}');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Criterion: first of all. Edit' }));
    await user.keyboard('{ArrowDown}{Delete}');
    expect(document.activeElement).toBe(check('second'));
    await passes(600);
    expect(texts(backend)).toEqual(['first of all', 'second']);
    await user.keyboard('{Control>}z{/Control}');
    expect(said()).toBe('Undone: Criterion removed');
    await passes(600);
    expect(stored(backend).criteria.map((it) => [it.text, it.met])).toEqual([['first of all', false], ['third', true], ['second', false]]);
    await user.keyboard('{Control>}{Shift>}Z{/Shift}{/Control}');
    await passes(600);
    expect(texts(backend)).toEqual(['first of all', 'second']);
  });

  it('opens the sheet of keys, but not while typing', async () => {
    const { user } = await shown(acceptance());
    await user.keyboard('?');
    expect(screen.getByText('New criterion')).toBeTruthy();
    const sheet = screen.getByRole('button', { name: /^Keyboard shortcuts/ });
    expect(sheet.getAttribute('aria-expanded')).toBe('true');
    await user.click(screen.getByRole('button', { name: /^So that/ }));
    await user.type(await screen.findByRole('textbox', { name: 'So that' }), ' now? no');
    expect(sheet.getAttribute('aria-expanded')).toBe('true');
    expect(screen.queryByRole('textbox', { name: 'New criterion' })).toBeNull();
  });

  it('stays at the ends of the list', async () => {
    const { backend, user } = await shown(acceptance());
    act(() => check(FIVE[0]!.text).focus());
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}{ArrowUp}');
    expect(document.activeElement).toBe(check(FIVE[0]!.text));
    await passes(600);
    expect(backend.asked.filter((it) => it.method === 'PUT')).toEqual([]);
  });
});
