import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Unreachable } from '../src/host/bridge';
import { PersonPicker } from '../src/shell/PersonPicker';
import { documentBackend, hostOf } from './documents';
import { page } from './hosts';

const changed = vi.fn();
const host = hostOf(documentBackend(null));

function Field({ start, bridge = host, ...more }: { start: readonly string[]; bridge?: typeof host; single?: boolean; readOnly?: boolean }) {
  const [value, setValue] = useState(start);
  const change = (ids: readonly string[]) => {
    changed(ids);
    setValue(ids);
  };
  return <PersonPicker bridge={bridge} issueId="10001" label="Consulted" value={value} onChange={change} {...more} />;
}

beforeEach(() => {
  changed.mockReset();
  page();
});

describe('the picker of people', () => {
  it('names them, also those who left', async () => {
    render(<Field start={['ada', 'gone']} />);
    expect(await screen.findByText('Ada Okafor, Somebody who left')).toBeTruthy();
  });

  it('finds people by what is typed', async () => {
    const user = userEvent.setup();
    render(<Field start={['ada']} />);
    await user.click(await screen.findByRole('button', { name: 'Consulted: Ada Okafor. Edit' }));
    await user.type(await screen.findByRole('combobox', { name: /Consulted/ }), 'ben');
    await user.click(await screen.findByRole('option', { name: 'Ben Ito' }));
    expect(changed.mock.calls).toEqual([[['ada', 'ben']]]);
  });

  it('takes one person where there may be only one, and closes', async () => {
    const user = userEvent.setup();
    render(<Field start={[]} single />);
    await user.click(screen.getByRole('button', { name: 'Consulted: Nobody yet. Edit' }));
    await user.click(await screen.findByRole('option', { name: 'Ben Ito' }));
    expect(changed.mock.calls).toEqual([[['ben']]]);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Consulted: Ben Ito. Edit' })));
  });

  it('is only names to whoever may not edit', async () => {
    render(<Field start={['ben']} readOnly />);
    expect(await screen.findByText('Ben Ito')).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('stays usable where names cannot be had', async () => {
    const silent = hostOf({ api: () => Promise.reject(new Unreachable('no network')) });
    render(<Field start={['ada']} bridge={silent} />);
    expect(await screen.findByRole('button', { name: 'Consulted: …. Edit' })).toBeTruthy();
  });
});
