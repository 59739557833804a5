import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { ApiError } from '../src/host/bridge';
import { ProjectPage } from '../src/project/ProjectPage';
import { hostOf } from './documents';
import { CONTEXT } from './hosts';
import { longBacklog, matrix, projectBackend } from './project';

const MATRIX = '/api/project/SHOP/matrix';
const RATING = (id: string) => `/api/project/SHOP/issues/${id}/rating`;

async function shown(answers: Record<string, unknown> = {}) {
  const served = projectBackend({ [`PUT ${RATING('10013')}`]: {}, [`PUT ${RATING('10012')}`]: {}, ...answers });
  const bridge = hostOf(served);
  render(<ProjectPage bridge={bridge} context={{ ...CONTEXT, projectKey: 'SHOP' }} open="Impact/effort" />);
  await waitFor(() => expect(document.querySelector('[aria-busy=true]')).toBeNull(), { timeout: 15_000 });
  return { ...served, flags: bridge.flags };
}

const sent = async (asked: readonly unknown[], count: number) =>
  waitFor(() => expect(asked).toHaveLength(count), { timeout: 15_000 });

describe('the impact/effort tab', () => {
  it('says how many are on the matrix and how many wait', async () => {
    await shown();
    expect(screen.getByText('1 issue on the matrix, 1 not rated yet.')).toBeTruthy();
  });

  it('rates an issue that waits by arrow keys alone', async () => {
    const { asked } = await shown();
    act(() => screen.getByRole('button', { name: 'Rate SHOP-13' }).focus());
    await userEvent.keyboard('{Enter}');
    const dot = screen.getByRole('slider', { name: 'SHOP-13' });
    expect(document.activeElement).toBe(dot);
    await userEvent.keyboard('{ArrowUp}{ArrowUp}');
    expect(dot.getAttribute('aria-valuetext')).toBe('impact 5 of 5, effort 3 of 5: Big bet');
    await waitFor(
      () => expect(asked.at(-1)).toMatchObject({ method: 'PUT', path: RATING('10013'), body: { impact: 5, effort: 3 } }),
      { timeout: 15_000 },
    );
    expect(screen.getByText('2 issues on the matrix, 0 not rated yet.')).toBeTruthy();
  });

  it('takes a rating back by its button, on the backend too', async () => {
    const { asked } = await shown();
    await userEvent.click(screen.getByRole('button', { name: 'Rate SHOP-13' }));
    await userEvent.keyboard('{ArrowUp}');
    await sent(asked, 1);
    await userEvent.click(screen.getByRole('button', { name: 'Undo SHOP-13' }));
    await sent(asked, 2);
    expect(asked[1]).toMatchObject({ body: { impact: null, effort: null } });
    expect(screen.queryByRole('button', { name: /^Undo/ })).toBeNull();
  });

  it('puts an issue back where it was when the rating is refused, and says why', async () => {
    const { flags } = await shown({ [`PUT ${RATING('10013')}`]: new ApiError(403, { detail: 'You may not edit SHOP-13.' }) });
    await userEvent.click(screen.getByRole('button', { name: 'Rate SHOP-13' }));
    await userEvent.keyboard('{ArrowUp}');
    await waitFor(() => expect(flags).toHaveLength(1), { timeout: 15_000 });
    expect(flags[0]).toMatchObject({ kind: 'error', title: 'SHOP-13 was not rated' });
    expect(flags[0]!.description).toContain('You may not edit SHOP-13.');
    expect(screen.getByText('1 issue on the matrix, 1 not rated yet.')).toBeTruthy();
  });

  it('narrows the backlog', async () => {
    await shown();
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Budget' }), 'No budget');
    await screen.findByText('0 issues on the matrix, 1 not rated yet.');
    await userEvent.type(screen.getByRole('searchbox', { name: 'Search issues' }), 'nothing');
    await screen.findByText('0 issues on the matrix, 0 not rated yet.');
  });

  it('stays small with 5,000 issues: a dot a cell, a page of those that wait', async () => {
    await shown({ [MATRIX]: { mayEdit: true, issues: longBacklog(5_000), complete: false, why: 'There are more.' } });
    expect(screen.getByText('4,000 issues on the matrix, 1,000 not rated yet.')).toBeTruthy();
    expect(screen.getByText('There are more.')).toBeTruthy();
    expect(screen.getAllByRole('button', { name: /^Rate / })).toHaveLength(10);
    expect(document.querySelectorAll('.matrix-dot').length).toBeLessThanOrEqual(25);
  });

  it('offers nothing to rate with to those who may only look', async () => {
    await shown({ [MATRIX]: { ...matrix, mayEdit: false } });
    expect(screen.getByText('You may look at this, not edit it.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^(Rate|Move|Undo) / })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Impact 4, effort 2: SHOP-12' }));
    expect(screen.queryByRole('slider')).toBeNull();
    expect(screen.queryByRole('combobox', { name: 'Impact' })).toBeNull();
    expect(screen.queryByRole('button', { name: /^(Rate|Move|Undo) / })).toBeNull();
  });

  it('teaches where nothing is open', async () => {
    await shown({ [MATRIX]: { ...matrix, issues: [] } });
    expect(screen.getByText('No open issues')).toBeTruthy();
  });
});
