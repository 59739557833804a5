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

/** A host that keeps which ids were asked for, each request. */
function counting(refusals: Error[] = []) {
  const asked: string[][] = [];
  const { api } = documentBackend(null);
  const bridge = hostOf({
    api: async (request) => {
      const ids = new URL(request.path, 'http://localhost').searchParams.get('ids');
      if (ids !== null) asked.push(ids.split(','));
      const refusal = ids === null ? undefined : refusals.shift();
      if (refusal !== undefined) throw refusal;
      return api(request);
    },
  });
  return { bridge, asked };
}

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

  it('knows whom it found without asking for them again', async () => {
    const user = userEvent.setup();
    const { bridge, asked } = counting();
    render(<Field start={[]} bridge={bridge} single />);
    await user.click(screen.getByRole('button', { name: 'Consulted: Nobody yet. Edit' }));
    await user.click(await screen.findByRole('option', { name: 'Ben Ito' }));
    expect(await screen.findByRole('button', { name: 'Consulted: Ben Ito. Edit' })).toBeTruthy();
    expect(asked).toEqual([]);
  });

  it('stays usable where names cannot be had', async () => {
    const silent = hostOf({ api: () => Promise.reject(new Unreachable('no network')) });
    render(<Field start={['ada']} bridge={silent} />);
    expect(await screen.findByRole('button', { name: 'Consulted: …. Edit' })).toBeTruthy();
  });
});

describe('the pickers of a page', () => {
  const fields = (bridge: typeof host, all: readonly (readonly string[])[]) =>
    all.map((ids, nr) => <Field key={nr} start={ids} bridge={bridge} readOnly />);

  it('ask for all of their people in one request', async () => {
    const { bridge, asked } = counting();
    render(<>{fields(bridge, [['ada'], ['ben', 'ada'], ['gone'], ['ben'], []])}</>);
    expect(await screen.findByText('Ben Ito, Ada Okafor')).toBeTruthy();
    expect(screen.getByText('Ada Okafor')).toBeTruthy();
    expect(screen.getByText('Somebody who left')).toBeTruthy();
    expect(asked).toEqual([['ada', 'ben', 'gone']]);
  });

  it('ask for nobody a second time, whoever comes to the page later', async () => {
    const { bridge, asked } = counting();
    const { rerender } = render(<>{fields(bridge, [['ada']])}</>);
    await screen.findByText('Ada Okafor');
    rerender(<>{fields(bridge, [['ada'], ['ada', 'ben']])}</>);
    expect(await screen.findByText('Ada Okafor, Ben Ito')).toBeTruthy();
    expect(asked).toEqual([['ada'], ['ben']]);
  });

  it('ask in as few requests as the server takes, and leave out what is nobody’s id', async () => {
    const { bridge, asked } = counting();
    const many = Array.from({ length: 100 }, (_, nr) => `person-${nr}`);
    render(<>{fields(bridge, [many, ['ada', 'x'.repeat(129)]])}</>);
    expect(await screen.findByText('Ada Okafor, …')).toBeTruthy();
    expect(asked.map((ids) => ids.length)).toEqual([90, 11]);
  });

  it('are asked for anew after a failure, by who comes next', async () => {
    const { bridge, asked } = counting([new Unreachable('no network')]);
    const { rerender } = render(<>{fields(bridge, [['ada']])}</>);
    await waitFor(() => expect(asked).toHaveLength(1));
    rerender(<>{fields(bridge, [['ada'], ['ada', 'ben']])}</>);
    expect(await screen.findByText('Ada Okafor, Ben Ito')).toBeTruthy();
    expect(screen.getByText('Ada Okafor')).toBeTruthy();
    expect(asked).toEqual([['ada'], ['ada', 'ben']]);
  });
});
