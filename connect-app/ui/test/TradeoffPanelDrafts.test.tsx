import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { ApiError } from '../src/host/bridge';
import { page } from './hosts';
import { opened, ready, shown } from './tradeoffPanel';
import { choice, decided, type Stored } from './tradeoffs';

beforeEach(() => {
  page();
  localStorage.clear();
});

const kept = () => Object.keys(localStorage).filter((it) => it.startsWith('tandem.draft:'));
const box = (name: string) => screen.findByRole<HTMLTextAreaElement>('textbox', { name });
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));

/** The page as it is after a reload. */
function reloaded(stored: Partial<Stored>) {
  cleanup();
  page();
  return shown(stored);
}

describe('a choice that is being written', () => {
  async function begun() {
    const user = userEvent.setup();
    const house = shown({ document: choice });
    await press('Choose Use PostgreSQL');
    await user.type(await box('Because'), 'it is there');
    await user.click(screen.getByRole('radio', { name: /Solution/ }));
    await user.type(screen.getByRole('textbox', { name: 'Decided by' }), 'Ada, Bo');
    return { user, house };
  }

  it('is there again after the reload that an ended session asks for, and gone once it is recorded', async () => {
    const { house } = await begun();
    house.instead(() => Promise.reject(new ApiError(401, undefined)));
    await press('Choose and record');
    expect(await screen.findByText(/Your session has ended, so this is not saved/)).toBeTruthy();
    const { stored } = reloaded({ document: choice });
    await press('Choose Use PostgreSQL');
    expect((await box('Because')).value).toBe('it is there');
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /Solution/ }).checked).toBe(true);
    expect((await box('Decided by')).value).toBe('Ada, Bo');
    await press('Choose and record');
    await waitFor(() => expect(stored.decisions[0]).toMatchObject({ space: 'solution', decidedBy: ['Ada', 'Bo'] }));
    await waitFor(() => expect(kept().filter((it) => it.includes('/choose/'))).toEqual([]));
  });

  it('is not what another option begins with, and is forgotten once it is cancelled', async () => {
    await begun();
    reloaded({ document: choice });
    await press('Choose Add OpenSearch');
    expect((await box('Because')).value).toBe('');
    await press('Cancel');
    await press('Choose Use PostgreSQL');
    await box('Because');
    await press('Cancel');
    expect(kept()).toEqual([]);
    await press('Choose Use PostgreSQL');
    expect((await box('Because')).value).toBe('');
  });
});

describe('what is written about a decision', () => {
  const made = decided('use-like', { title: 'Use LIKE', status: 'proposed', space: null });
  const form = async (name: string, decisions = [made]) => {
    const user = userEvent.setup();
    const house = reloaded({ decisions });
    await opened(user, 'Use LIKE');
    await press(`${name}: Use LIKE`);
    return { user, ...house };
  };

  it('while it is accepted is there again after a reload, and is no word of the editor’s', async () => {
    const { user } = await form('Accept');
    await user.click(await screen.findByRole('radio', { name: /Outcome/ }));
    await user.type(screen.getByRole('textbox', { name: 'Decided by' }), 'Ada');
    await form('Edit');
    expect((await screen.findByRole<HTMLInputElement>('radio', { name: /Outcome/ })).checked).toBe(false);
    const { stored } = await form('Accept');
    expect((await screen.findByRole<HTMLInputElement>('radio', { name: /Outcome/ })).checked).toBe(true);
    await press('Accept');
    await waitFor(() => expect(stored.decisions[0]).toMatchObject({ status: 'accepted', space: 'outcome', decidedBy: ['Ada'] }));
    await waitFor(() => expect(kept()).toEqual([]));
  });

  it('while it is accepted is forgotten once it is cancelled', async () => {
    const { user } = await form('Accept');
    await user.click(await screen.findByRole('radio', { name: /Outcome/ }));
    expect(kept()).toHaveLength(1);
    await press('Cancel');
    expect(kept()).toEqual([]);
  });

  it('as dissent is there again after a reload, and gone once it is added', async () => {
    const { user } = await form('Add dissent');
    await user.type(await box('Because'), 'It does not scale');
    const { stored } = await form('Add dissent');
    expect((await box('Because')).value).toBe('It does not scale');
    await waitFor(async () => expect((await box('Who')).value).toBe('Ada Obi'));
    await press('Add dissent');
    await waitFor(() => expect(stored.decisions[0]?.dissent).toEqual([{ who: 'Ada Obi', because: 'It does not scale' }]));
    await waitFor(() => expect(kept()).toEqual([]));
  });

  it('as dissent keeps its name, too, and is forgotten once it is cancelled', async () => {
    const { user } = await form('Add dissent');
    await waitFor(async () => expect((await box('Who')).value).toBe('Ada Obi'));
    await user.clear(await box('Who'));
    await user.type(await box('Who'), 'The shop');
    await form('Add dissent');
    expect((await box('Who')).value).toBe('The shop');
    await press('Cancel');
    expect(kept()).toEqual([]);
  });
});

describe('a line that is being added', () => {
  it('is there again after a reload, and gone once it is added', async () => {
    const user = userEvent.setup();
    shown({ document: choice });
    await press('Raise a risk');
    await user.type(await box('What could go wrong'), 'It rains');
    const { stored } = reloaded({ document: choice });
    await ready();
    await press('Add an option');
    expect((await box('Name of the option')).value).toBe('');
    await press('Raise a risk');
    expect((await box('What could go wrong')).value).toBe('It rains');
    await user.type(await box('What could go wrong'), '{Enter}');
    await waitFor(() => expect(stored.document?.risks.map(({ text }) => text)).toContain('It rains'), { timeout: 15_000 });
    expect(kept().filter((it) => it.includes('/risk'))).toEqual([]);
  });

  it('is forgotten once it is left', async () => {
    const user = userEvent.setup();
    shown({ document: choice });
    await press('Add an option');
    await user.type(await box('Name of the option'), 'Use SQLite');
    expect(kept()).toHaveLength(1);
    await user.keyboard('{Escape}');
    expect(kept()).toEqual([]);
  });
});
