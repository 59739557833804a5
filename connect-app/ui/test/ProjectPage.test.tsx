import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { ApiError, type HostBridge, Unreachable } from '../src/host/bridge';
import { ProjectPage } from '../src/project/ProjectPage';
import { bridgeTo, CONTEXT, ok } from './hosts';
import { emptyReport, log, longLog, type ProjectBackend, projectBackend, report, warnings } from './project';

// What jsdom lacks and the arrow keys of radio buttons ask for.
globalThis.CSS ??= { escape: (text: string) => text.replaceAll(':', '\\:') } as typeof CSS;

const BUDGET = '/api/project/SHOP/budget';
const DECISIONS = '/api/project/SHOP/decisions';

/** A tab's code is loaded when it is first opened. */
const PATIENT = { timeout: 15_000 };

interface Shown extends ProjectBackend {
  readonly bridge: HostBridge;
}

async function shown(open = 'Budget', answers: Record<string, unknown> = {}, more: Partial<HostBridge> = {}): Promise<Shown> {
  const served = projectBackend(answers);
  const bridge: HostBridge = {
    ...bridgeTo(async () => ok({})), api: served.api, download: vi.fn(async () => {}),
    flag: vi.fn(() => ({ close() {} })), openIssue: vi.fn(), ...more,
  };
  render(<ProjectPage bridge={bridge} context={{ ...CONTEXT, projectKey: 'SHOP' }} open={open} />);
  await waitFor(() => expect(document.querySelector('[aria-busy=true]')).toBeNull(), { timeout: 15_000 });
  return { ...served, answers: served.answers, bridge };
}

const tab = (name: string) => screen.getByRole('tab', { name });

describe('the project page', () => {
  it('reads a tab’s numbers when the tab is first opened, and not before', async () => {
    const { read } = await shown();
    expect(read).toEqual([BUDGET]);
    await userEvent.click(tab('Early warnings'));
    await screen.findByText(/4 things to talk about/, { selector: '.quiet' }, PATIENT);
    expect(read).toEqual([BUDGET, '/api/project/SHOP/warnings']);
  });

  it('goes from tab to tab by arrow keys', async () => {
    await shown();
    await userEvent.tab();
    expect(document.activeElement).toBe(tab('Budget'));
    await userEvent.keyboard('{ArrowRight}');
    await screen.findByRole('searchbox', { name: 'Search decisions' }, PATIENT);
    expect(tab('Decisions').getAttribute('aria-selected')).toBe('true');
  });

  it('says so where Jira names no project', () => {
    render(<ProjectPage bridge={bridgeTo(async () => ok({}))} context={CONTEXT} />);
    expect(screen.getByRole('alert').textContent).toContain('There is no project here');
  });

  it.each([
    [new ApiError(403, {}), 'This project is not shown to you'],
    [new ApiError(404, {}), 'This project is not shown to you'],
    [new ApiError(401, {}), 'Your session has ended'],
    [new ApiError(503, {}), 'Tandem does not answer'],
    [new Unreachable('no network'), 'Tandem does not answer'],
    [{ by: 'moon' }, 'The answer could not be read'],
  ])('says what went wrong: %s', async (answer, title) => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    await shown('Budget', { [BUDGET]: answer });
    expect(screen.getByRole('alert').textContent).toContain(title);
  });

  it('tries again when asked to', async () => {
    const { answers } = await shown('Budget', { [BUDGET]: new Unreachable('no network') });
    answers[BUDGET] = report;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByText(/Counted: 120 closed issues/);
  });
});

describe('the budget tab', () => {
  it('says under and on target in words, with what is owed', async () => {
    await shown();
    const card = screen.getByRole('heading', { name: 'System health' }).closest('li')!;
    expect(within(card).getByText('17.8%')).toBeTruthy();
    expect(within(card).getByText('Under target')).toBeTruthy();
    expect(within(card).getByText(/it is owed 1\.6 issues/)).toBeTruthy();
    const other = screen.getByRole('heading', { name: 'Features' }).closest('li')!;
    expect(within(other).getByText('On target')).toBeTruthy();
  });

  it('describes its charts in words and holds their numbers in tables', async () => {
    await shown();
    expect(screen.getByRole('img', { name: /Of 7 finished weeks, 1 stayed under the target of 20%/ })).toBeTruthy();
    expect(screen.getByRole('img', { name: /16 issues left, more than in 2026-W40/ })).toBeTruthy();
    const [burn] = screen.getAllByRole('table', { hidden: true });
    const row = within(burn!).getByRole('rowheader', { name: '2026-W43', hidden: true }).closest('tr')!;
    expect([...row.querySelectorAll('td')].map((it) => it.textContent)).toEqual(['9 (100%)', '0 (0%)', '1', 'Under target']);
  });

  it('says what is counted, and that a mirrored issue counts once', async () => {
    await shown();
    expect(screen.getByText('Counted: 120 closed issues in Jira and 14 in Linear only. Of those in both, each counts once: 60.')).toBeTruthy();
  });

  it('asks for sprints and estimates when a person chooses them, and for the project’s own habit before', async () => {
    const { read } = await shown('Budget', { [BUDGET]: ({ path }: { path: string }) => ({
      ...report, by: path.includes('sprint') ? 'sprint' : 'week', measure: path.includes('estimate') ? 'estimate' : 'count',
    }) });
    await userEvent.click(screen.getByRole('radio', { name: 'Sprint' }));
    await userEvent.click(screen.getByRole('radio', { name: 'Estimate' }));
    await screen.findByText(/Without an estimate, so counted as 0: 5/);
    expect(read).toEqual([BUDGET, `${BUDGET}?by=sprint`, `${BUDGET}?by=sprint&measure=estimate`]);
  });

  it('is switched by arrow keys', async () => {
    const { read } = await shown();
    act(() => screen.getByRole('radio', { name: 'Week' }).focus());
    await userEvent.keyboard('{ArrowRight}');
    await waitFor(() => expect(read.at(-1)).toBe(`${BUDGET}?by=sprint`));
  });

  it('keeps the old numbers, marked, until the new ones are there', async () => {
    let answer = (_: unknown) => {};
    await shown('Budget', {
      [BUDGET]: ({ path }: { path: string }) => (path.includes('sprint') ? new Promise((resolve) => { answer = resolve; }) : report),
    });
    await userEvent.click(screen.getByRole('radio', { name: 'Sprint' }));
    expect(screen.getByText('17.8%').closest('[aria-busy=true]')).not.toBeNull();
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Sprint' }).checked).toBe(true);
    answer({ ...report, by: 'sprint' });
  });

  it('teaches where nothing is finished yet', async () => {
    await shown('Budget', { [BUDGET]: emptyReport });
    expect(screen.getByText('No finished work to count yet')).toBeTruthy();
    expect(screen.queryByRole('img')).toBeNull();
  });

  it('says why not everything is counted', async () => {
    await shown('Budget', { [BUDGET]: { ...report, complete: false, why: 'The project has more than 10,000 issues.' } });
    expect(screen.getByText('The project has more than 10,000 issues.')).toBeTruthy();
  });
});

describe('the decisions tab', () => {
  it('searches as one types and says how many of how many', async () => {
    await shown('Decisions');
    expect(screen.getByText('4 decisions')).toBeTruthy();
    await userEvent.type(screen.getByRole('searchbox', { name: 'Search decisions' }), 'resume');
    expect(await screen.findAllByText('1 of 4 decisions')).toHaveLength(2);
    expect(screen.getByRole('heading', { name: 'One queue for all résumés' })).toBeTruthy();
    expect(screen.queryByRole('heading', { name: 'Use oracle' })).toBeNull();
  });

  it('reads the number of hits out', async () => {
    await shown('Decisions');
    await userEvent.click(screen.getByRole('checkbox', { name: 'Review overdue' }));
    await waitFor(() => expect(screen.getAllByRole('status').map((it) => it.textContent)).toContain('1 of 4 decisions'));
  });

  it('filters by status, space and owner, and clears', async () => {
    await shown('Decisions');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Status' }), 'Superseded');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Decided by' }), 'Bo');
    await screen.findAllByText('1 of 4 decisions');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Space' }), 'Problem');
    await screen.findByText(/No decision matches/);
    await userEvent.click(screen.getByRole('button', { name: 'Clear' }));
    await screen.findAllByText('4 decisions');
  });

  it('shows the chain of superseded decisions from the first to the last', async () => {
    await shown('Decisions');
    const article = screen.getByRole('heading', { name: 'Use postgresql' }).closest('article')!;
    expect(within(article).getByText(/Supersedes: show the chain of 3/)).toBeTruthy();
    const steps = [...article.querySelectorAll('.chain li')].map((it) => it.textContent);
    expect(steps).toEqual(['Use mysql superseded', 'Use oracle superseded', 'Use postgresql accepted (this one)']);
  });

  it('opens the issue of a decision', async () => {
    const { bridge } = await shown('Decisions');
    await userEvent.click(screen.getByRole('button', { name: 'Open SHOP-13' }));
    expect(bridge.openIssue).toHaveBeenCalledWith('SHOP-13');
  });

  it('draws fifty of two hundred at first, and moves the focus to the next fifty', async () => {
    await shown('Decisions', { [DECISIONS]: longLog(200) });
    expect(screen.getAllByRole('article')).toHaveLength(50);
    await userEvent.click(screen.getByRole('button', { name: 'Show 50 more of 150' }));
    expect(screen.getAllByRole('article')).toHaveLength(100);
    expect(document.activeElement).toBe(screen.getAllByRole('article')[50]!.closest('li'));
  });

  it('says what is not listed, and that the CSV lacks it, too', async () => {
    await shown('Decisions', { [DECISIONS]: { ...log, complete: false, why: '7 decisions are only shown on their issues.' } });
    expect(screen.getByText('7 decisions are only shown on their issues. The CSV lacks the same ones, and says so in its last row.')).toBeTruthy();
  });

  it('offers no import to those who may only look', async () => {
    await shown('Decisions', { [DECISIONS]: { ...log, mayEdit: false } });
    expect(screen.getByText('You may look at this, not edit it.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Import Markdown' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Export as CSV' })).toBeTruthy();
  });

  it('teaches where there are none, and has nothing to export', async () => {
    await shown('Decisions', { [DECISIONS]: { ...log, decisions: [] } });
    expect(screen.getByText('No decisions yet')).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Export as CSV' }).disabled).toBe(true);
  });

  it('exports through the host, and says in words why it could not', async () => {
    const { bridge } = await shown('Decisions', {}, { download: vi.fn().mockResolvedValueOnce(undefined).mockRejectedValue(new Unreachable('no')) });
    await userEvent.click(screen.getByRole('button', { name: 'Export as Markdown' }));
    expect(bridge.download).toHaveBeenCalledWith({ path: `${DECISIONS}/export?format=markdown`, fileName: 'SHOP-decisions.zip' });
    await userEvent.click(screen.getByRole('button', { name: 'Export as CSV' }));
    expect((await screen.findByRole('alert')).textContent).toBe('Tandem does not answer. Try again in a moment.');
  });

  it('offers no export where the host lets no file through', async () => {
    await shown('Decisions', {}, { download: undefined as never });
    expect(screen.queryByRole('button', { name: /Export/ })).toBeNull();
    expect(screen.getByText(/can only be read/)).toBeTruthy();
  });
});

describe('the import of Markdown', () => {
  const good = { file: '0001-queue.md', id: 'queue', title: 'One queue', status: 'accepted', problem: null, lost: 'the table' };
  const bad = { file: '0002-odd.md', id: '', title: '', status: '', problem: 'It has no heading.', lost: '' };

  it('writes nothing before a person saw what would be written', async () => {
    const { asked, bridge, read } = await shown('Decisions', {
      [`POST ${DECISIONS}/import`]: ({ body }: { body: { preview: boolean } }) => ({ decisions: [good, bad], written: body.preview ? 0 : 1 }),
    });
    await userEvent.click(screen.getByRole('button', { name: 'Import Markdown' }));
    const files = [new File(['# One queue'], '0001-queue.md'), new File(['?'], '0002-odd.md')];
    await userEvent.upload(await screen.findByLabelText('Markdown files', {}, PATIENT), files, { applyAccept: false });
    await screen.findByText('2 files read');
    await userEvent.type(screen.getByRole('combobox', { name: 'Issue to put them on' }), 'shop-13');
    await screen.findByText('Import of résumés', { selector: '.import bdi' });
    await userEvent.click(screen.getByRole('button', { name: 'Preview' }));
    await screen.findByText('1 decision can be imported, 1 file cannot.');
    expect(screen.getByText('Left out: It has no heading.')).toBeTruthy();
    expect(screen.getByText('Not kept as it is: the table')).toBeTruthy();
    expect(asked.map(({ body }) => (body as { preview: boolean }).preview)).toEqual([true]);
    const reads = read.filter((it) => it === DECISIONS).length;
    await userEvent.click(screen.getByRole('button', { name: 'Import 1 decision' }));
    await screen.findByText('1 decision imported, 1 file left out.');
    expect(screen.getByText(/The log below shows what changed within two minutes/)).toBeTruthy();
    expect(asked.at(-1)!.body).toEqual({
      issueId: '10013', preview: false,
      files: [{ name: '0001-queue.md', text: '# One queue' }, { name: '0002-odd.md', text: '?' }],
    });
    expect(bridge.flag).toHaveBeenCalledWith(expect.objectContaining({ kind: 'success', title: '1 decision imported into SHOP-13' }));
    await waitFor(() => expect(read.filter((it) => it === DECISIONS).length).toBe(reads + 1));
  });

  it('is taken back by its flag, which says what stays and why', async () => {
    const { asked, bridge, read } = await shown('Decisions', {
      [`POST ${DECISIONS}/import`]: ({ body }: { body: { preview: boolean } }) => ({ decisions: [good, bad], written: body.preview ? 0 : 1 }),
      [`POST ${DECISIONS}/import/undo`]: { decisions: [{ id: 'queue', title: 'One queue', problem: 'Somebody has changed it since.' }] },
    });
    await userEvent.click(screen.getByRole('button', { name: 'Import Markdown' }));
    const files = [new File(['# One queue'], '0001-queue.md'), new File(['?'], '0002-odd.md')];
    await userEvent.upload(await screen.findByLabelText('Markdown files', {}, PATIENT), files, { applyAccept: false });
    await userEvent.type(screen.getByRole('combobox', { name: 'Issue to put them on' }), 'shop-13');
    await userEvent.click(screen.getByRole('button', { name: 'Preview' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Import 1 decision' }));
    await screen.findByText('1 decision imported, 1 file left out.');
    const flag = vi.mocked(bridge.flag).mock.calls.at(-1)![0];
    expect(flag.action?.text).toBe('Undo');
    const reads = read.filter((it) => it === DECISIONS).length;

    act(() => { flag.action!.run(); flag.action!.run(); });
    await waitFor(() => expect(bridge.flag).toHaveBeenCalledWith(expect.objectContaining({
      kind: 'warning', title: '0 decisions taken back from SHOP-13', description: '“One queue” stays: Somebody has changed it since.',
    })));
    expect(asked.filter(({ path }) => path.endsWith('/undo')).map(({ body }) => body)).toEqual([{
      issueId: '10013', ids: ['queue'],
      files: [{ name: '0001-queue.md', text: '# One queue' }, { name: '0002-odd.md', text: '?' }],
    }]);
    await waitFor(() => expect(read.filter((it) => it === DECISIONS).length).toBe(reads + 1));
  });

  it('refuses an issue that is not there, and a file that is too long', async () => {
    await shown('Decisions');
    await userEvent.click(screen.getByRole('button', { name: 'Import Markdown' }));
    await userEvent.type(await screen.findByRole('combobox', { name: 'Issue to put them on' }, PATIENT), 'SHOP-999');
    await screen.findByText(/No open issue of this project/);
    await userEvent.upload(screen.getByLabelText('Markdown files'), new File(['x'.repeat(200_001)], 'long.md'), { applyAccept: false });
    expect((await screen.findByRole('alert')).textContent).toContain('long.md is longer than a decision can be');
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Preview' }).disabled).toBe(true);
  });
});

describe('the early warnings', () => {
  it('name what, why, since when and where, and open the issue', async () => {
    const { bridge } = await shown('Early warnings');
    expect(screen.getByText('SLO at risk')).toBeTruthy();
    expect(screen.getByText('The whole project')).toBeTruthy();
    expect(document.querySelector('time[datetime="2026-11-20T00:00:00.000Z"]')).not.toBeNull();
    await userEvent.click(screen.getAllByRole('button', { name: 'Open SHOP-12' })[0]!);
    expect(bridge.openIssue).toHaveBeenCalledWith('SHOP-12');
  });

  it('say that there may be more, and why', async () => {
    await shown('Early warnings', { '/api/project/SHOP/warnings': { ...warnings, complete: false, why: 'These are the 500 most pressing of 612 warnings.' } });
    expect(screen.getByText('These are the 500 most pressing of 612 warnings.')).toBeTruthy();
  });

  it('say that all is well', async () => {
    await shown('Early warnings', { '/api/project/SHOP/warnings': { warnings: [] } });
    expect(screen.getByText('Nothing needs a talk')).toBeTruthy();
  });
});
