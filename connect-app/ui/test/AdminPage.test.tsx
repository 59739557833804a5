import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AdminPage } from '../src/admin/AdminPage';
import { ApiError, Unreachable } from '../src/host/bridge';
import { backend, type Backend, conflict, dispute, forecast, hold, progress, setAside } from './admin';
import { bridgeTo, CONTEXT, ok } from './hosts';

const NOW = new Date('2026-11-20T12:00:00Z');
const BACKFILL = '/api/admin/mappings/SHOP/backfill';

beforeEach(() => vi.useFakeTimers({ now: NOW, shouldAdvanceTime: true }));
afterEach(() => vi.useRealTimers());

const passes = (millis: number) => act(() => vi.advanceTimersByTimeAsync(millis));
const user = () => userEvent.setup({ advanceTimers: (ms) => vi.advanceTimersByTime(ms) });

async function shown(answers: Record<string, unknown> = {}): Promise<Backend> {
  const served = backend(answers);
  render(<AdminPage bridge={{ ...bridgeTo(async () => ok({})), api: served.api }} context={CONTEXT} />);
  await passes(0);
  return served;
}

const press = async (name: string | RegExp) => {
  await user().click(screen.getByRole('button', { name }));
  await passes(0);
};

describe('the admin page', () => {
  it('says that all is well, and what is empty', async () => {
    await shown();
    expect(screen.getByText('Everything that is set up is being mirrored.')).toBeTruthy();
    expect(screen.getByText('Connected')).toBeTruthy();
    expect(screen.getByText('No conflict waits for a person.')).toBeTruthy();
    expect(screen.getByText('No pair of issues was set aside.')).toBeTruthy();
    expect(screen.getByText(/No backfill yet/)).toBeTruthy();
  });

  it('says that nothing is connected or mapped, and offers to connect', async () => {
    await shown({
      '/api/admin/health': { works: false, problems: ['Linear is not connected: a Jira admin has to connect it.'] },
      '/api/admin/linear': { state: 'none', workspace: null, connectedAt: null, why: null },
      '/api/admin/mappings': { mappings: [] },
      'POST /api/admin/linear/connect': { authorizeUrl: 'https://linear.app/oauth/authorize?state=x' },
    });
    expect(screen.getByText(/Linear is not connected/)).toBeTruthy();
    expect(screen.getByText(/No project is mapped/)).toBeTruthy();
    await press('Connect Linear');
    const link = screen.getByRole('link', { name: /Go on in Linear/ });
    expect(link.getAttribute('href')).toBe('https://linear.app/oauth/authorize?state=x');
  });

  it('never links to an address that is no web address', async () => {
    await shown({
      '/api/admin/linear': { state: 'paused', workspace: null, connectedAt: null, why: 'revoked' },
      'POST /api/admin/linear/connect': { authorizeUrl: 'javascript:alert(1)' },
    });
    await press('Connect Linear again');
    expect(screen.queryByRole('link')).toBeNull();
    expect(screen.getByRole('alert')).toBeTruthy();
  });

  it('starts a backfill and shows how far it is', async () => {
    const served = await shown();
    served.answers[BACKFILL] = { state: 'running', said: 'It is running.', startedAt: NOW.toISOString(), finishedAt: null, progress };
    await press('Start backfill of SHOP');
    expect(served.asked).toEqual([{ method: 'POST', path: BACKFILL }]);
    expect(screen.getByRole('progressbar', { name: 'Backfill of SHOP' }).getAttribute('value')).toBe('2000');
    expect(screen.getByText(/2,000 of about 4,000 issues, 650 new links, about 6 minutes left/)).toBeTruthy();
    await press('Cancel the backfill of SHOP');
    expect(served.asked.at(-1)).toEqual({ method: 'DELETE', path: BACKFILL });
  });

  it('asks every second while a backfill runs, and says what a waiting one waits for', async () => {
    const served = await shown({ [BACKFILL]: { state: 'running', said: null, startedAt: null, finishedAt: null, progress: null } });
    served.answers[BACKFILL] = { state: 'waiting', said: 'Jira asks us to wait.', startedAt: null, finishedAt: null, progress };
    await passes(1_000);
    expect(screen.getByText(/goes on by itself: Jira asks us to wait\./)).toBeTruthy();
  });

  it('previews page by page what a backfill would do', async () => {
    const pages: string[] = [];
    await shown({
      '/api/admin/mappings/SHOP/dry-run': (path: string) => {
        pages.push(path);
        return path.endsWith('after=') ? forecast : { ...forecast, pairs: [], unchanged: 100, next: null };
      },
    });
    await press(/Preview what it would do/);
    const preview = screen.getByRole('region', { name: 'Preview of SHOP' });
    expect(within(preview).getByText('The two would be linked.')).toBeTruthy();
    expect(within(preview).getByText(/In Linear: put Features\./)).toBeTruthy();
    const decisions = within(preview).getAllByText(/^Decision/).map((it) => it.textContent);
    expect(decisions).toEqual([
      'Decision Use PostgreSQL: created in Linear.',
      'Decision Use Kafka: changed in Jira; a person would be asked about Context.',
      'Decision of-the-future: left alone. It is of version 99.',
    ]);
    expect(within(preview).getByRole('status').textContent).toContain('the first 100 issues in Linear: 1 would be linked or changed, 93');
    await press('Look at more');
    expect(pages.at(-1)).toBe('/api/admin/mappings/SHOP/dry-run?decisions=true&after=page-2');
    expect(within(preview).getByRole('status').textContent).toContain('all 200 issues');
    expect(screen.queryByRole('button', { name: 'Look at more' })).toBeNull();
  });

  it('says why a preview failed, and tries again', async () => {
    const served = await shown({ '/api/admin/mappings/SHOP/dry-run': new ApiError(502, { detail: 'Jira does not answer.' }) });
    await press(/Preview what it would do/);
    expect(screen.getByRole('alert').textContent).toBe('Jira does not answer.');
    served.answers['/api/admin/mappings/SHOP/dry-run'] = { ...forecast, next: null };
    await press('Try again');
    expect(screen.getByText('The two would be linked.')).toBeTruthy();
  });

  it('shows both values of a conflict and sends the side that a person keeps', async () => {
    const served = await shown({ '/api/admin/conflicts': { conflicts: [conflict], next: null } });
    served.answers['/api/admin/conflicts'] = { conflicts: [], next: null };
    await press('Keep Linear’s: System health for SHOP-12 and CHK-7');
    expect(served.asked).toEqual([{ method: 'POST', path: '/api/admin/links/12/choice', body: { side: 'linear' } }]);
    expect(screen.getByText('No conflict waits for a person.')).toBeTruthy();
  });

  it('offers each budget where a side carries several', async () => {
    const several = { ...conflict, row: 'R13', jira: { key: 'SHOP-12', budgets: ['features', 'system-health'] }, linear: { key: 'CHK-7', budgets: [] } };
    const served = await shown({ '/api/admin/conflicts': { conflicts: [several], next: 3 } });
    expect(screen.getByText(/There are more than are shown/)).toBeTruthy();
    await press('Keep Features for SHOP-12 and CHK-7');
    expect(served.asked[0]!.body).toEqual({ budget: 'features' });
  });

  it('says in words why a choice was not possible', async () => {
    await shown({
      '/api/admin/conflicts': { conflicts: [conflict], next: null },
      'POST /api/admin/links/12/choice': new ApiError(409, { detail: 'The pair has no open conflict any more.' }),
    });
    await press(/Keep Jira’s/);
    expect(screen.getByRole('alert').textContent).toBe('The pair has no open conflict any more.');
  });

  it('shows both values of a disputed part of a decision and sends the side that a person keeps', async () => {
    const served = await shown({ '/api/admin/decisions/conflicts': { conflicts: [dispute], next: null } });
    expect(screen.getByText('Use MySQL')).toBeTruthy();
    expect(screen.getByText('Use Oracle')).toBeTruthy();
    await press(/Keep Linear’s version of use-postgresql/);
    expect(served.asked).toEqual([
      { method: 'POST', path: '/api/admin/links/12/decisions/use-postgresql/choice', body: { side: 'linear' } },
    ]);
  });

  it('has a decision that a tracker refused tried again, and none chosen that cannot be read', async () => {
    const refused = { ...dispute, row: 'D20', part: '' };
    const unread = { ...dispute, id: 10, row: 'D19', part: '' };
    const served = await shown({ '/api/admin/decisions/conflicts': { conflicts: [refused, unread], next: null } });
    expect(screen.queryByRole('button', { name: /Keep/ })).toBeNull();
    expect(screen.getByText(/Mend or delete it where it cannot be read/)).toBeTruthy();
    await press(/Try again of use-postgresql/);
    expect(served.asked[0]!.path).toBe('/api/admin/links/12/decisions/use-postgresql/retry');
  });

  it('asks before many things are deleted, and sends the answer', async () => {
    const served = await shown({ '/api/admin/holds': { holds: [hold], next: null } });
    expect(screen.getByText(/the budget, the decision use-postgresql, the decision use-kafka/)).toBeTruthy();
    await press(/Put back what is gone/);
    await press(/Delete it on the other side too/);
    expect(served.asked.map(({ path }) => path)).toEqual(['/api/admin/holds/4/dismiss', '/api/admin/holds/4/apply']);
  });

  it('replays what was set aside, with its reason', async () => {
    const served = await shown({ '/api/admin/quarantine': { links: [setAside], next: null } });
    expect(screen.getByText(/Given up after 3 attempts: Jira refuses the call \(HTTP 400\)\. The other pairs go on/)).toBeTruthy();
    await press('Replay SHOP-13 and CHK-8');
    expect(served.asked).toEqual([{ method: 'POST', path: '/api/admin/links/13/replay' }]);
  });

  it('can be worked by the keyboard alone', async () => {
    const served = await shown({ '/api/admin/quarantine': { links: [setAside], next: null } });
    const keys = user();
    for (let i = 0; i < 10 && document.activeElement?.getAttribute('aria-label') !== 'Replay SHOP-13 and CHK-8'; i++) {
      await keys.tab();
    }
    await keys.keyboard('{Enter}');
    await passes(0);
    expect(served.asked).toHaveLength(1);
  });

  it('is for admins, and shows nothing to others', async () => {
    await shown({ '/api/admin/health': new ApiError(403, { detail: 'no' }) });
    expect(screen.getByRole('alert').textContent).toContain('This page is for Jira admins');
    expect(screen.queryByText('Projects')).toBeNull();
  });

  it('keeps the last answer on show through an outage, and recovers', async () => {
    const served = await shown();
    const well = served.answers['/api/admin/health'];
    served.answers['/api/admin/health'] = new Unreachable('no network');
    await passes(5_000);
    expect(screen.getByText('Tandem does not answer')).toBeTruthy();
    expect(screen.getByText('Projects')).toBeTruthy();
    served.answers['/api/admin/health'] = well;
    await press('Try again');
    expect(screen.queryByText('Tandem does not answer')).toBeNull();
  });

  it('has words for a session that ended and for an answer of another version', async () => {
    const served = await shown({ '/api/admin/linear': { state: 'entangled' } });
    expect(screen.getByRole('alert').textContent).toContain('could not be read');
    served.answers['/api/admin/linear'] = new ApiError(401, undefined);
    await passes(30_000);
    expect(screen.getByRole('alert').textContent).toContain('session has ended');
  });

  it('reads changes out', async () => {
    const served = await shown();
    served.answers['/api/admin/conflicts'] = { conflicts: [conflict], next: null };
    await passes(5_000);
    expect(screen.getAllByRole('status').map((it) => it.textContent)).toContain(
      'Everything is being mirrored. 1 conflict, 0 pairs set aside.');
  });

  it('shows markup from outside as text', async () => {
    await shown({ '/api/admin/quarantine': { links: [{ ...setAside, why: '<img src=x onerror=alert(1)>' }], next: null } });
    expect(screen.getByText(/<img src=x/)).toBeTruthy();
    expect(document.querySelector('img')).toBeNull();
  });
});
