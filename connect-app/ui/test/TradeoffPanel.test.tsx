import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { ApiError, Unreachable } from '../src/host/bridge';
import { TradeoffPanel } from '../src/tradeoff/TradeoffPanel';
import { bridgeTo, CONTEXT, ok, page } from './hosts';
import { opened, ready, region, shown } from './tradeoffPanel';
import { choice, decided } from './tradeoffs';

beforeEach(() => {
  page();
  localStorage.clear();
});

describe('the tradeoffs panel', () => {
  it('teaches in one line where nothing is written yet', async () => {
    shown();
    await ready();
    expect(screen.getByText(/Nobody has said yet what happens if this is skipped/)).toBeTruthy();
    expect(screen.getByText(/No option yet/)).toBeTruthy();
    expect(screen.getByText(/No risk raised yet/)).toBeTruthy();
    expect(screen.getByText(/No decision yet/)).toBeTruthy();
  });

  it('shows what is stored', async () => {
    shown({ document: choice, decisions: [decided('use-like', { title: 'Use LIKE' })] });
    await ready();
    expect(region('If we skip this').getByText('Finding a product by its name while the shop is full')).toBeTruthy();
    expect(region('If we skip this').getByText('High')).toBeTruthy();
    const row = screen.getByRole('row', { name: /Use PostgreSQL/ });
    expect(within(row).getAllByRole('cell').slice(0, 3).map((it) => it.textContent)).toEqual(
      ['GainOne thing less to run', 'CostTwo weeks', 'RiskRanking stays coarse']);
    expect(region('Risks').getByText('Settled')).toBeTruthy();
    expect(await region('Risks').findAllByText(/by Ada Obi/)).toHaveLength(1);
    expect(region('Decisions').getByRole('button', { name: 'Use LIKE' })).toBeTruthy();
  });

  it('shows everything to those who may look only, without a button that changes something', async () => {
    shown({ document: choice, mayEdit: false, decisions: [decided('use-like', { title: 'Use LIKE', decision: 'LIKE it is' })] });
    await ready();
    expect(screen.getByText('You may look at this, not edit it.')).toBeTruthy();
    expect(screen.getAllByRole('button').map((it) => it.textContent)).toEqual(['Use LIKE']);
    await userEvent.click(screen.getByRole('button', { name: 'Use LIKE' }));
    expect(await screen.findByText('LIKE it is')).toBeTruthy();
    expect(screen.getAllByRole('button')).toHaveLength(1);
  });

  it('leaves what it cannot read alone, and still shows the decisions', async () => {
    const { calls } = shown({ unreadable: 'It is not a JSON object.', decisions: [decided('use-like', { title: 'Use LIKE' })] });
    await ready();
    expect(screen.getByText('The tradeoffs of this issue cannot be read, and are left as they are')).toBeTruthy();
    expect(screen.getByText(/It is not a JSON object\./)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Use LIKE' })).toBeTruthy();
    expect(calls.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  it('takes down what the reader may no longer see, and says it once', async () => {
    const { refuse } = shown({ document: choice, decisions: [decided('use-like', { title: 'Use LIKE' })] });
    await ready();
    refuse(403);
    act(() => void document.dispatchEvent(new Event('visibilitychange')));
    expect(await screen.findByText('This is not shown to you')).toBeTruthy();
    await waitFor(() => expect(screen.queryByText(/not shown to you/)?.textContent).toBe('This is not shown to you'));
    expect(screen.queryByText('Use LIKE')).toBeNull();
    expect(screen.queryByText('Use PostgreSQL')).toBeNull();
  });

  it('has words for standing outside an issue, and asks nothing', () => {
    const bridge = bridgeTo(async () => ok({}));
    const { issueId: _, ...nowhere } = CONTEXT;
    render(<TradeoffPanel bridge={bridge} context={nowhere} />);
    expect(screen.getByText('There is no issue here')).toBeTruthy();
    expect(bridge.api).not.toHaveBeenCalled();
  });

  it('saves an edited text, keeps both where somebody else was faster, and lets the person choose', async () => {
    const user = userEvent.setup();
    const { stored, calls } = shown({ document: choice });
    await ready();
    await user.click(screen.getByRole('button', { name: /^What we lose:/ }));
    const field = await screen.findByRole('textbox', { name: 'What we lose' });
    await user.clear(field);
    await user.type(field, 'Search{Enter}');
    await waitFor(() => expect(stored.document?.skip.capability).toBe('Search'), { timeout: 15_000 });
    expect(calls.find(({ method }) => method === 'PUT')?.ifMatch).toBe('"d1"');
  });

  it('brings a removed option back from its flag', async () => {
    const user = userEvent.setup();
    const { undo } = shown({ document: choice });
    await ready();
    await user.click(screen.getByRole('button', { name: 'Remove Add OpenSearch' }));
    expect(screen.queryByRole('row', { name: /Add OpenSearch/ })).toBeNull();
    await undo(/Option “Add OpenSearch” removed/);
    expect(screen.getByRole('row', { name: /Add OpenSearch/ })).toBeTruthy();
  });

  it('takes the document’s edits and the deeds back by one button, the last one first', async () => {
    const user = userEvent.setup();
    const { stored } = shown({ document: choice, decisions: [decided('use-like', { title: 'Use LIKE' })] });
    await ready();
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Remove Add OpenSearch' }));
    await opened(user, 'Use LIKE');
    await user.click(screen.getByRole('button', { name: 'Delete: Use LIKE' }));
    await waitFor(() => expect(stored.decisions).toEqual([]));
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(stored.decisions.map(({ id }) => id)).toEqual(['use-like']));
    expect(screen.queryByRole('row', { name: /Add OpenSearch/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(screen.getByRole('row', { name: /Add OpenSearch/ })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('settles a risk and reopens it', async () => {
    const user = userEvent.setup();
    const { stored } = shown({ document: choice });
    await ready();
    await user.click(screen.getByRole('button', { name: /^Settle “The index/ }));
    await waitFor(() => expect(stored.document?.risks[0]?.settled).toBe(true), { timeout: 15_000 });
    await user.click(screen.getByRole('button', { name: /^Reopen “The index/ }));
    await waitFor(() => expect(stored.document?.risks[0]?.settled).toBe(false), { timeout: 15_000 });
  });
});

describe('a choice between options', () => {
  it('needs a reason and an answer to whose decision it is', async () => {
    const user = userEvent.setup();
    const { calls } = shown({ document: choice });
    await ready();
    await user.click(screen.getByRole('button', { name: 'Choose Use PostgreSQL' }));
    await user.click(await screen.findByRole('button', { name: 'Choose and record' }));
    expect(screen.getAllByRole('alert').map((it) => it.textContent)).toEqual(
      ['A choice needs a reason.', 'Say which one, so that it is clear who decides.']);
    expect(calls.filter(({ method }) => method === 'PUT')).toEqual([]);
  });

  it('takes the place of the decision that the earlier choice became', async () => {
    const user = userEvent.setup();
    const { stored } = shown({
      document: { ...choice, chosen: { option: 'o2', because: 'ranking', decision: 'add-opensearch', by: 'ada', at: null } },
      decisions: [decided('add-opensearch', { title: 'Add OpenSearch' })],
    });
    await ready();
    await user.click(screen.getByRole('button', { name: 'Choose Use PostgreSQL' }));
    await user.type(await screen.findByRole('textbox', { name: 'Because' }), 'it is there');
    await user.click(screen.getByRole('radio', { name: /Solution/ }));
    expect(screen.getByText(/It takes the place of “Add OpenSearch”/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Choose and record' }));
    await waitFor(() => expect(stored.document?.chosen).toMatchObject({ option: 'o1', because: 'it is there', decision: 'use-postgresql' }), { timeout: 15_000 });
    expect(stored.decisions.map(({ id, status, supersededBy }) => [id, status, supersededBy])).toEqual(
      [['add-opensearch', 'superseded', 'use-postgresql'], ['use-postgresql', 'accepted', null]]);
  });

  it('keeps what was written where the decision cannot be saved, and says so', async () => {
    const user = userEvent.setup();
    const { instead, stored } = shown({ document: choice });
    await ready();
    await user.click(screen.getByRole('button', { name: 'Choose Use PostgreSQL' }));
    await user.type(await screen.findByRole('textbox', { name: 'Because' }), 'it is there');
    await user.click(screen.getByRole('radio', { name: /Solution/ }));
    instead(() => Promise.reject(new ApiError(401, undefined)));
    await user.click(screen.getByRole('button', { name: 'Choose and record' }));
    expect(await screen.findByText(/Your session has ended, so this is not saved/)).toBeTruthy();
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Because' }).value).toBe('it is there');
    expect(stored.document?.chosen).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Choose and record' }));
    await waitFor(() => expect(stored.decisions).toHaveLength(1));
  });
});

describe('the decisions of an issue', () => {
  const made = decided('use-like', {
    title: 'Use LIKE', status: 'proposed', context: 'It is <b>slow</b>.\n\n- very', dissent: [{ who: 'Bo Lund', because: 'Ranking' }],
  });

  it('are read as text, with dissent and its names', async () => {
    const user = userEvent.setup();
    shown({ decisions: [made] });
    await opened(user, 'Use LIKE');
    expect((await screen.findByText(/It is <b>slow<\/b>/)).textContent).toBe('It is <b>slow</b>.\n\n- very');
    expect(screen.getByText('Bo Lund').closest('li')?.textContent).toBe('Bo Lund: Ranking');
  });

  it('say since when a review is overdue', async () => {
    shown({ decisions: [{ ...made, reviewOn: '2020-01-31' }] });
    await ready();
    expect(screen.getByText('Review overdue since 31 Jan 2020')).toBeTruthy();
  });

  it('are accepted only with an answer to whose decision it is', async () => {
    const user = userEvent.setup();
    const { stored, undo } = shown({ decisions: [{ ...made, space: null }] });
    await opened(user, 'Use LIKE');
    await user.click(screen.getByRole('button', { name: 'Accept: Use LIKE' }));
    await screen.findByText('Is this about the problem or the solution?');
    await user.click(screen.getByRole('button', { name: 'Accept' }));
    expect(screen.getByRole('alert').textContent).toBe('Say which one, so that it is clear who decides.');
    await user.click(screen.getByRole('radio', { name: /Outcome/ }));
    await user.click(screen.getByRole('button', { name: 'Accept' }));
    await waitFor(() => expect(stored.decisions[0]).toMatchObject({ status: 'accepted', space: 'outcome' }));
    expect(stored.decisions[0]?.decidedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    await undo(/saved/);
    await waitFor(() => expect(stored.decisions[0]).toMatchObject({ status: 'proposed', decidedOn: null }));
  });

  it('get a dissent by the name of whoever writes it, and lose it with its undo', async () => {
    const user = userEvent.setup();
    const { stored, undo } = shown({ decisions: [made] });
    await opened(user, 'Use LIKE');
    await user.click(screen.getByRole('button', { name: 'Add dissent: Use LIKE' }));
    await waitFor(async () => expect((await screen.findByRole<HTMLInputElement>('textbox', { name: 'Who' })).value).toBe('Ada Obi'));
    await user.type(screen.getByRole('textbox', { name: 'Because' }), 'It does not scale');
    await user.click(screen.getByRole('button', { name: 'Add dissent' }));
    await waitFor(() => expect(stored.decisions[0]?.dissent).toEqual([{ who: 'Bo Lund', because: 'Ranking' }, { who: 'Ada Obi', because: 'It does not scale' }]));
    await undo(/saved/);
    await waitFor(() => expect(stored.decisions[0]?.dissent).toHaveLength(1));
  });

  it('keep their words once they are accepted, but for consequences, review and dissent', async () => {
    const user = userEvent.setup();
    shown({ decisions: [{ ...made, status: 'accepted' }] });
    await opened(user, 'Use LIKE');
    await user.click(screen.getByRole('button', { name: 'Edit: Use LIKE' }));
    expect(await screen.findByText(/An accepted decision keeps its words/)).toBeTruthy();
    expect(screen.queryByRole('textbox', { name: 'Title' })).toBeNull();
    expect(screen.getByRole('textbox', { name: 'Consequences' })).toBeTruthy();
  });

  it('are superseded by a new one, and both name each other', async () => {
    const user = userEvent.setup();
    const { stored, undo } = shown({ decisions: [{ ...made, status: 'accepted', space: 'solution' }] });
    await opened(user, 'Use LIKE');
    await user.click(screen.getByRole('button', { name: 'Supersede with a new decision: Use LIKE' }));
    const title = await screen.findByRole('textbox', { name: 'Title' });
    await user.clear(title);
    await user.type(title, 'Use a search index');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(stored.decisions.map(({ id, status }) => [id, status])).toEqual([['use-like', 'superseded'], ['use-a-search-index', 'proposed']]));
    expect(await screen.findByText('Supersedes')).toBeTruthy();
    expect(screen.getByText(/Superseded by/)).toBeTruthy();
    await undo(/recorded/);
    await waitFor(() => expect(stored.decisions.map(({ id, status }) => [id, status])).toEqual([['use-like', 'accepted']]));
  });

  it('are deleted with a flag that brings them back', async () => {
    const user = userEvent.setup();
    const { stored, undo } = shown({ decisions: [made] });
    await opened(user, 'Use LIKE');
    await user.click(screen.getByRole('button', { name: 'Delete: Use LIKE' }));
    await waitFor(() => expect(stored.decisions).toEqual([]));
    await undo(/deleted/);
    await waitFor(() => expect(stored.decisions[0]).toMatchObject({ id: 'use-like', title: 'Use LIKE', context: made.context }));
  });

  it('are deleted only with a yes where the undo could not bring all of it back', async () => {
    const user = userEvent.setup();
    const { stored } = shown({ decisions: [{ ...made, more: ['Confirmation'] }] });
    await opened(user, 'Use LIKE');
    expect(await screen.findByText(/Kept with this decision and not shown here: Confirmation/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Delete: Use LIKE' }));
    expect(screen.getByRole('alert').textContent).toContain('but not Confirmation');
    expect(stored.decisions).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Delete all the same' }));
    await waitFor(() => expect(stored.decisions).toEqual([]));
  });

  it('that cannot be read are shown and left alone', async () => {
    const user = userEvent.setup();
    shown({ decisions: [decided('odd', { title: '', unreadable: 'It is not a JSON object.' })] });
    await opened(user, 'odd');
    expect(await screen.findByText('This decision cannot be read, and is left as it is')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Edit:/ })).toBeNull();
  });

  it('edited by two people at once keep both texts until the person chooses', async () => {
    const user = userEvent.setup();
    const { stored } = shown({ decisions: [made] });
    await opened(user, 'Use LIKE');
    await user.click(screen.getByRole('button', { name: 'Edit: Use LIKE' }));
    const context = await screen.findByRole('textbox', { name: 'Context' });
    await user.clear(context);
    await user.type(context, 'My words');
    stored.decisions = [{ ...made, etag: '"other"', context: 'Their words', reviewOn: '2030-01-01' }];
    await user.click(screen.getByRole('button', { name: 'Save' }));
    const clash = within(await screen.findByRole('group', { name: 'Context' }));
    expect(clash.getByText('My words')).toBeTruthy();
    expect(clash.getByText('Their words')).toBeTruthy();
    await user.click(clash.getByRole('button', { name: 'Keep mine' }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(stored.decisions[0]).toMatchObject({ context: 'My words', reviewOn: '2030-01-01' }));
  });

  it('edited by two people in different fields are joined without a question', async () => {
    const user = userEvent.setup();
    const { stored } = shown({ decisions: [made] });
    await opened(user, 'Use LIKE');
    await user.click(screen.getByRole('button', { name: 'Edit: Use LIKE' }));
    await user.type(await screen.findByRole('textbox', { name: 'Decision' }), 'LIKE it is');
    stored.decisions = [{ ...made, etag: '"other"', reviewOn: '2030-01-01' }];
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(stored.decisions[0]).toMatchObject({ decision: 'LIKE it is', reviewOn: '2030-01-01' }));
  });

  it('keep what is being written through a reload, and for those who look for something else meanwhile', async () => {
    const user = userEvent.setup();
    const { stored } = shown({ decisions: [made] });
    await opened(user, 'Use LIKE');
    await user.click(screen.getByRole('button', { name: 'Edit: Use LIKE' }));
    await user.type(await screen.findByRole('textbox', { name: 'Decision' }), 'LIKE it is');
    cleanup();
    page();
    shown({ decisions: stored.decisions });
    await opened(user, 'Use LIKE');
    await user.click(screen.getByRole('button', { name: 'Edit: Use LIKE' }));
    expect((await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Decision' })).value).toBe('LIKE it is');
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    await user.click(screen.getByRole('button', { name: 'Edit: Use LIKE' }));
    expect((await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Decision' })).value).toBe('');
  });

  it('whose save got no answer are not made twice', async () => {
    const user = userEvent.setup();
    const house = shown();
    await ready();
    await user.click(screen.getByRole('button', { name: 'Write a decision' }));
    await user.type(await screen.findByRole('textbox', { name: 'Title' }), 'Use LIKE');
    house.instead(async (request) => {
      await house.api(request);
      throw new Unreachable('the answer was lost');
    });
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText(/Tandem does not answer, so this is not saved yet/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Title' })).toBeNull());
    expect(house.stored.decisions.map(({ id }) => id)).toEqual(['use-like']);
  });

  it('two hundred of them are ten at first, and are found while one types', async () => {
    const user = userEvent.setup();
    const many = Array.from({ length: 200 }, (_, at) => decided(`d-${at}`, { title: `Decision number ${at}` }));
    shown({ decisions: many });
    await ready();
    // By class: asking two hundred rows for their roles takes jsdom half a minute.
    const rows = () => document.querySelectorAll('.decision');
    expect(rows()).toHaveLength(10);
    expect(rows()[0]!.textContent).toContain('Decision number 199');
    await user.type(screen.getByRole('searchbox'), 'number 17');
    expect(screen.getByText('12 of 200')).toBeTruthy();
    expect(rows()).toHaveLength(12);
    await user.keyboard('{Escape}');
    await user.click(screen.getByText('Show all 200'));
    expect(rows()).toHaveLength(200);
  });
});
