import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { TypePicker } from '../src/acceptance/TypePicker';
import { InlineText } from '../src/shell/InlineText';
import { PersonPicker } from '../src/shell/PersonPicker';
import { documentBackend, hostOf } from './documents';

// The first attempt fails, which is why nothing here comes near with a pointer before the click.
const gone = vi.hoisted(() => () => { throw new TypeError('Failed to fetch dynamically imported module'); });
vi.mock('../src/shell/OneLine', gone);
vi.mock('../src/shell/PersonSelect', gone);
vi.mock('../src/acceptance/TypeSelect', gone);

describe('what is loaded when it is first used, without a network', () => {
  it('is the browser’s own field for a text', async () => {
    const committed = vi.fn();
    const user = userEvent.setup();
    render(<InlineText value="old" label="Name" placeholder="?" onCommit={committed} />);
    fireEvent.click(screen.getByRole('button'));
    const field = await screen.findByRole('textbox', { name: 'Name' });
    expect(field.className).toBe('plain-field');
    await user.type(field, 'er{Enter}');
    expect(committed.mock.calls).toEqual([['older', 'old']]);
  });

  it('is the browser’s own select for a type', async () => {
    const changed = vi.fn();
    const user = userEvent.setup();
    render(<TypePicker type={null} mayEdit onChange={changed} />);
    fireEvent.click(screen.getByRole('button', { name: 'Type: none. Change' }));
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Type' }), 'Business');
    expect(changed.mock.calls).toEqual([['business']]);
  });

  it('says of people that nothing was changed', async () => {
    const user = userEvent.setup();
    render(<PersonPicker bridge={hostOf(documentBackend(null))} issueId="1" label="Consulted" value={[]} onChange={() => {}} />);
    fireEvent.click(screen.getByRole('button'));
    expect(await screen.findByText(/could not be loaded, so nothing was changed/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.getByRole('button', { name: 'Consulted: Nobody yet. Edit' })).toBeTruthy();
  });
});
