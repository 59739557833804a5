import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { InlineText } from '../src/shell/InlineText';
import type { Lines } from '../src/shell/editors';

const committed = vi.fn();

function Field({ lines, start = 'old', ...more }: { lines: Lines; start?: string; readOnly?: boolean; required?: boolean }) {
  const [value, setValue] = useState(start);
  const commit = (next: string, from: string) => {
    committed(next, from);
    setValue(next);
  };
  return (
    <>
      <InlineText value={value} label="Name" placeholder="what is it called?" lines={lines} onCommit={commit} {...more} />
      <button type="button" onClick={() => setValue('theirs')}>Somebody else</button>
    </>
  );
}

async function opened(lines: Lines, more: object = {}) {
  committed.mockReset();
  const user = userEvent.setup();
  render(<Field lines={lines} {...more} />);
  await user.click(screen.getByRole('button', { name: /^Name: / }));
  return { user, field: await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Name' }) };
}

describe('a text that is edited where it stands', () => {
  it.each<Lines>(['one', 'wrap', 'many'])('opens with the caret at its end (%s)', async (lines) => {
    const { field } = await opened(lines);
    expect(document.activeElement).toBe(field);
    expect([field.value, field.selectionStart]).toEqual(['old', 3]);
  });

  it.each<Lines>(['one', 'wrap'])('is taken by Enter, and the focus goes back (%s)', async (lines) => {
    const { user } = await opened(lines);
    await user.keyboard('er{Enter}');
    expect(committed.mock.calls).toEqual([['older', 'old']]);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Name: older. Edit' }));
  });

  it('has paragraphs where it may, and is taken by Ctrl or Cmd with Enter', async () => {
    const { user } = await opened('many');
    await user.keyboard('{Enter}{Enter}new{Control>}{Enter}{/Control}');
    expect(committed.mock.calls).toEqual([['old\n\nnew', 'old']]);
  });

  it('is taken when the field is left, without taking the focus back', async () => {
    const { user } = await opened('one');
    await user.keyboard('er');
    await user.tab();
    expect(committed.mock.calls).toEqual([['older', 'old']]);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Somebody else' }));
  });

  it('is as it was after Esc', async () => {
    const { user } = await opened('one');
    await user.keyboard('er{Escape}');
    expect(committed).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Name: old. Edit' }));
  });

  it('is not taken where nothing changed, nor where it may not be empty', async () => {
    const { user, field } = await opened('one', { required: true });
    await user.keyboard('  {Enter}');
    expect(committed).not.toHaveBeenCalled();
    await user.click(screen.getByRole('button', { name: /^Name: / }));
    await user.clear(await screen.findByRole('textbox'));
    await user.keyboard('{Enter}');
    expect(committed).not.toHaveBeenCalled();
    expect(field.isConnected).toBe(false);
  });

  it('leaves Enter to an input method that is choosing a word', async () => {
    const { field } = await opened('one');
    fireEvent.keyDown(field, { key: 'Enter', isComposing: true });
    expect(field.isConnected).toBe(true);
  });

  it('keeps field, caret and words when the stored text changes under it, and says with which text it began', async () => {
    const { user, field } = await opened('one');
    await user.keyboard('er');
    field.setSelectionRange(1, 1);
    fireEvent.click(screen.getByRole('button', { name: 'Somebody else' }));
    expect([field.isConnected, field.value, field.selectionStart]).toEqual([true, 'older', 1]);
    await user.keyboard('{Enter}');
    expect(committed.mock.calls).toEqual([['older', 'old']]);
  });

  it('is only text to whoever may not edit it', () => {
    render(<Field lines="one" readOnly start="" />);
    expect(screen.queryByRole('button', { name: /^Name/ })).toBeNull();
    expect(screen.getByText('Not written yet')).toBeTruthy();
  });
});
