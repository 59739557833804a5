import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { FlagSpec } from '../src/host/bridge';
import { ProjectPage } from '../src/project/ProjectPage';
import { newLines, SETTINGS, type Settings, withLines } from '../src/project/settings/settings';
import { hostOf } from './documents';
import { CONTEXT } from './hosts';
import { projectBackend, settings } from './project';

const SETTINGS_PATH = '/api/project/SHOP/settings';

beforeEach(() => localStorage.clear());

async function shown(answer: object = { mayEdit: true, settings }) {
  const served = projectBackend({ [SETTINGS_PATH]: answer });
  const bridge = hostOf(served);
  render(<ProjectPage bridge={bridge} context={{ ...CONTEXT, projectKey: 'SHOP' }} open="Settings" />);
  await screen.findByRole('heading', { name: 'Definition of done' }, { timeout: 15_000 });
  const saved = async (): Promise<Settings> => {
    await waitFor(() => expect(served.asked.length).toBeGreaterThan(0), { timeout: 15_000 });
    return served.asked.at(-1)!.body as Settings;
  };
  return { ...served, saved, flags: bridge.flags as readonly FlagSpec[] };
}

const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });

describe('the settings of a project', () => {
  it('add an item by Enter, keep the focus there and save', async () => {
    const { saved, asked } = await shown();
    await userEvent.type(field('Add an item'), 'Measured in production{Enter}');
    expect(document.activeElement).toBe(field('Add an item'));
    expect((await saved()).definitionOfDone).toEqual([...settings.definitionOfDone, 'Measured in production']);
    expect(asked.at(-1)).toMatchObject({ method: 'PUT', path: SETTINGS_PATH, ifMatch: '"1"' });
  });

  it('make several of several pasted lines, without list marks and without what is there already', async () => {
    const { saved } = await shown();
    await userEvent.click(field('Add an item'));
    await userEvent.paste('- [ ] Documented\n* Translated\n\n1. Reviewed by somebody else\n');
    expect((await saved()).definitionOfDone).toEqual([...settings.definitionOfDone, 'Documented', 'Translated']);
  });

  it('take typing back on Escape', async () => {
    const { asked } = await shown();
    await userEvent.type(field('Item 1'), ' and more{Escape}');
    expect(field('Item 1').value).toBe('Reviewed by somebody else');
    await userEvent.tab();
    expect(asked).toEqual([]);
  });

  it('change an item where it stands, and remove one that was emptied', async () => {
    const { saved, asked } = await shown();
    await userEvent.clear(field('Item 1'));
    await userEvent.type(field('Item 1'), 'Reviewed by two{Enter}');
    expect((await saved()).definitionOfDone[0]).toBe('Reviewed by two');
    await userEvent.clear(field('Item 2'));
    await userEvent.tab();
    await waitFor(() => expect((asked.at(-1)!.body as Settings).definitionOfDone).toEqual(['Reviewed by two']), { timeout: 15_000 });
  });

  it('give a template’s criterion its type, and keep it when the text changes', async () => {
    const { saved, asked } = await shown();
    const template = within(screen.getByRole('region', { name: 'Template 1' }));
    await userEvent.selectOptions(template.getByRole('combobox', { name: 'Type of criterion 2' }), 'Business');
    expect((await saved()).templates[0]!.criteria[1]).toEqual({ text: 'Says what went wrong', type: 'business' });
    await userEvent.type(template.getByRole('textbox', { name: 'Criterion 1' }), ', also in a dialog{Enter}');
    await waitFor(() => expect((asked.at(-1)!.body as Settings).templates[0]!.criteria[0])
      .toEqual({ text: 'Works by keyboard alone, also in a dialog', type: 'ux' }), { timeout: 15_000 });
  });

  it('remove a template with a way back, from the flag and by Ctrl+Z', async () => {
    const { saved, flags, asked } = await shown();
    await userEvent.click(screen.getByRole('button', { name: 'Remove template 1' }));
    expect((await saved()).templates).toEqual([]);
    expect(flags[0]).toMatchObject({ title: 'Template removed', action: { text: 'Undo' } });
    flags[0]!.action!.run();
    await waitFor(() => expect((asked.at(-1)!.body as Settings).templates).toHaveLength(1), { timeout: 15_000 });
    await userEvent.click(screen.getByRole('button', { name: 'Remove SLO 1' }));
    expect(screen.queryByRole('textbox', { name: 'Name of SLO 1' })).toBeNull();
    screen.getByRole('tab', { name: 'Settings' }).focus();
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(field('Name of SLO 1').value).toBe('Checkout availability');
  });

  it('are taken back by a button, for who has no Ctrl+Z at hand', async () => {
    const { saved, asked } = await shown();
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Add an SLO' }));
    expect((await saved()).slos).toHaveLength(2);
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect((asked.at(-1)!.body as Settings).slos).toHaveLength(1), { timeout: 15_000 });
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it.each(['101', 'five', '-1'])('refuse the objective "%s" in words and keep the old one', async (typed) => {
    const { asked } = await shown();
    await userEvent.clear(field('Objective of SLO 1 in percent'));
    await userEvent.type(field('Objective of SLO 1 in percent'), `${typed}{Enter}`);
    expect(screen.getByRole('alert').textContent).toContain('from 0 to 100');
    expect(asked).toEqual([]);
  });

  it('take an objective with a decimal comma and a percent sign', async () => {
    const { saved } = await shown();
    await userEvent.clear(field('Objective of SLO 1 in percent'));
    await userEvent.type(field('Objective of SLO 1 in percent'), '99,95%{Enter}');
    expect((await saved()).slos[0]!.objective).toBe(99.95);
  });

  it('say how the budget is counted', async () => {
    const { saved } = await shown();
    const section = within(screen.getByRole('heading', { name: 'How the budget is counted' }).closest('section')!);
    await userEvent.click(section.getByRole('radio', { name: 'Sprint' }));
    expect((await saved()).period).toBe('sprint');
  });

  it('can be read but not changed by those who are no project admins', async () => {
    await shown({ mayEdit: false, settings });
    expect(screen.getByText('You may look at this, not edit it.')).toBeTruthy();
    expect(screen.getByText('Reviewed by somebody else')).toBeTruthy();
    const panel = screen.getByRole('tabpanel');
    expect(within(panel).queryAllByRole('textbox')).toEqual([]);
    expect(within(panel).queryAllByRole('button')).toEqual([]);
    expect(within(panel).queryAllByRole('radio')).toEqual([]);
  });

  it('teach where nothing is set', async () => {
    await shown({ mayEdit: true, settings: null });
    expect(screen.getByText(/No templates yet/)).toBeTruthy();
    expect(screen.getByText(/No SLOs yet/)).toBeTruthy();
  });

  it('are left alone where they cannot be read', async () => {
    const served = projectBackend({ [SETTINGS_PATH]: { mayEdit: true, settings: null, unreadable: 'It is of version 7.' } });
    render(<ProjectPage bridge={hostOf(served)} context={{ ...CONTEXT, projectKey: 'SHOP' }} open="Settings" />);
    expect((await screen.findByRole('alert')).textContent).toContain('It is of version 7.');
    expect(screen.queryByRole('heading', { name: 'Definition of done' })).toBeNull();
  });
});

describe('what is stored as settings', () => {
  it('may leave everything out', () => expect(SETTINGS.parse({ v: 1 })).toEqual(SETTINGS.empty));
  it.each([null, [], { period: 'moon' }, { slos: [{ name: 'x', objective: 1_000 }] }, { templates: [7] }])('is refused where it is nonsense: %j', (value) =>
    expect(() => SETTINGS.parse(value)).toThrow());
});

describe('pasted lines', () => {
  it.each([
    ['- [x] one\n- [ ] two', ['one', 'two']],
    ['1. one\n2) two', ['one', 'two']],
    ['one\r\n\r\n  one  ', ['one']],
    ['-5 degrees', ['-5 degrees']],
    [' \n ', []],
  ])('%j become %j', (typed, lines) => expect(newLines(typed, [])).toEqual(lines));
});

describe('the types of a template’s criteria', () => {
  const template = { issueType: '', name: 'T', criteria: [{ text: 'a', type: 'ux' as const }, { text: 'b', type: 'technical' as const }] };
  it('follow the text when a line before it goes', () => expect(withLines(template, ['b']).criteria).toEqual([{ text: 'b', type: 'technical' }]));
  it('stay at the place when a line is edited', () => expect(withLines(template, ['a2', 'b']).criteria[0]).toEqual({ text: 'a2', type: 'ux' }));
  it('are none for a new line', () => expect(withLines(template, ['a', 'b', 'c']).criteria[2]).toEqual({ text: 'c', type: null }));
});
