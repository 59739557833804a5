import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { page } from './hosts';
import { ready, shown } from './tradeoffPanel';

beforeEach(() => {
  page();
  localStorage.clear();
});

describe('by keyboard alone', () => {
  it('an option is written, compared, chosen, recorded, read, and all of it undone', async () => {
    const user = userEvent.setup();
    const { stored } = shown();
    await ready();
    const tabTo = async (name: RegExp) => {
      for (let steps = 0; steps < 80; steps += 1) {
        await user.tab();
        const { activeElement: at } = document;
        if (at !== null && name.test(at.getAttribute('aria-label') ?? at.textContent ?? '')) return;
      }
      throw new Error(`no way to ${name}`);
    };

    await tabTo(/^Add an option$/);
    await user.keyboard('{Enter}');
    await screen.findByRole('textbox', { name: 'Name of the option' });
    await user.keyboard('Use PostgreSQL{Enter}Add OpenSearch{Enter}{Escape}');
    expect(document.activeElement?.textContent).toBe('Add an option');

    (document.activeElement as HTMLElement).blur();
    await tabTo(/^Gain of Use PostgreSQL/);
    await user.keyboard('{Enter}');
    await screen.findByRole('textbox', { name: 'Gain of Use PostgreSQL' });
    await user.keyboard('One thing less to run{Enter}');
    await tabTo(/^Choose Use PostgreSQL$/);
    await user.keyboard('{Enter}');

    await screen.findByRole('textbox', { name: 'Because' });
    await user.keyboard('it is there');
    await user.tab();
    await user.keyboard(' '); // the first answer: problem
    await user.keyboard('{ArrowDown}');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(stored.document?.chosen).toMatchObject({ decision: 'use-postgresql' }), { timeout: 15_000 });
    expect(stored.decisions[0]).toMatchObject({ status: 'accepted', space: 'solution', title: 'Use PostgreSQL' });
    expect(stored.decisions[0]?.options).toContain('- Use PostgreSQL (chosen)\n  - Gain: One thing less to run');

    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(stored.decisions).toEqual([]));
    await waitFor(() => expect(stored.document?.chosen).toBeNull(), { timeout: 15_000 });
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(stored.document?.options[0]?.gain).toBe(''), { timeout: 15_000 });
  }, 30_000);
});
