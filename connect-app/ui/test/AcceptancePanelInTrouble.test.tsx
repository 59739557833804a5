import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ApiError, Unreachable } from '../src/host/bridge';
import { aPageEach, passes, said, shown, stored } from './acceptancePanel';
import { acceptance } from './acceptances';

aPageEach();

describe('when a save does not work', () => {
  async function editing(failure: Error) {
    const opened = await shown(acceptance());
    opened.backend.down = failure;
    await opened.user.click(screen.getByRole('button', { name: /^So that/ }));
    await opened.user.type(await screen.findByRole('textbox', { name: 'So that' }), '!{Enter}');
    await passes(600);
    return opened;
  }

  it.each([
    [new Unreachable('no network'), /no connection\. Kept here and tried again/],
    [new ApiError(503, {}), /does not answer as it should\. Kept here and tried again/],
    [new ApiError(401, {}), /your session has ended\. What you wrote is kept here/],
    [new ApiError(400, { detail: 'A criterion is empty.' }), /Not saved: A criterion is empty\./],
  ])('says so, keeps the text in its place, and saves it once it works: %s', async (failure, words) => {
    const { backend, user } = await editing(failure);
    expect(said()).toMatch(words);
    expect(screen.getByRole('button', { name: 'So that: I need no card at hand!. Edit' })).toBeTruthy();
    backend.down = null;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await passes(0);
    await waitFor(() => expect(stored(backend).story.soThat).toBe('I need no card at hand!'));
    expect(screen.getByText('Saved')).toBeTruthy();
  });

  it('shows both texts where somebody else wrote at the same time, and lets one choose', async () => {
    const { backend, user } = await shown(acceptance());
    await user.click(screen.getByRole('button', { name: /^So that/ }));
    const field = await screen.findByRole('textbox', { name: 'So that' });
    backend.meanwhile(acceptance({ story: { ...acceptance().story, soThat: 'theirs' } }));
    await passes(15_000);
    expect(field.isConnected).toBe(true);
    await user.type(field, '!{Enter}');
    const group = screen.getByRole('group', { name: 'So that' });
    expect(within(group).getByText('I need no card at hand!')).toBeTruthy();
    expect(within(group).getByText('theirs')).toBeTruthy();
    expect(stored(backend).story.soThat).toBe('theirs');
    await user.click(within(group).getByRole('button', { name: 'Keep mine' }));
    await passes(600);
    expect(stored(backend).story.soThat).toBe('I need no card at hand!');
    expect(screen.queryByRole('group')).toBeNull();
  });

  it('does not lose what stands in an open field when the page goes away', async () => {
    const { backend, user } = await shown(acceptance());
    await user.click(screen.getByRole('button', { name: /^So that/ }));
    await user.type(await screen.findByRole('textbox', { name: 'So that' }), '!');
    act(() => void window.dispatchEvent(new Event('pagehide')));
    await passes(0);
    expect(stored(backend).story.soThat).toBe('I need no card at hand!');
  });
});
