import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { Gadget } from '../src/gadget/Gadget';
import { type DashboardItem, Refused } from '../src/gadget/item';
import { ApiError, Unreachable } from '../src/host/bridge';
import { bridgeTo, CONTEXT, ok } from './hosts';
import { emptyReport, projectBackend } from './project';

/** A dashboard that remembers, and whose menu can be used. */
function dashboard(project: string | null, more: Partial<DashboardItem> = {}) {
  let configure = () => {};
  const item: DashboardItem = {
    chosen: async () => project,
    editable: async () => true,
    choose: vi.fn(async () => {}),
    projects: async () => [{ key: 'SHOP', name: 'Shop' }, { key: 'PAY', name: 'Payments' }],
    onConfigure: (callback) => {
      configure = callback;
      return () => { configure = () => {}; };
    },
    entitle: vi.fn(),
    ...more,
  };
  return { item, configure: () => act(() => configure()) };
}

function shown(place: { item: DashboardItem }, answers: Record<string, unknown> = {}) {
  const served = projectBackend(answers);
  render(<Gadget bridge={{ ...bridgeTo(async () => ok({})), api: served.api }} context={CONTEXT} item={async () => place.item} />);
  return served;
}

describe('the gadget', () => {
  it('shows each budget’s share against its target, and the last periods', async () => {
    const place = dashboard('SHOP');
    const { read } = shown(place);
    expect(await screen.findByText('17.8%')).toBeTruthy();
    expect(screen.getByText('Under target')).toBeTruthy();
    expect(screen.getByRole('img', { name: /stayed under the target of 20%/ })).toBeTruthy();
    expect(read).toEqual(['/api/project/SHOP/budget']);
    expect(place.item.entitle).toHaveBeenCalledWith('Tech-debt budget: SHOP');
  });

  it('asks for a project first, keeps it, and shows it', async () => {
    const place = dashboard(null);
    shown(place);
    await userEvent.type(await screen.findByRole('combobox', { name: 'Project' }), 'shop{Enter}');
    expect(place.item.choose).toHaveBeenCalledWith('SHOP');
    expect(await screen.findByText('17.8%')).toBeTruthy();
  });

  it('suggests the projects that one may browse', async () => {
    shown(dashboard(null));
    await screen.findByRole('combobox', { name: 'Project' });
    await waitFor(() => expect(document.querySelector('datalist option[value="PAY"]')?.textContent).toBe('Payments'));
  });

  it('refuses what can be no project’s key, before it asks Jira', async () => {
    const place = dashboard(null);
    shown(place);
    await userEvent.type(await screen.findByRole('combobox', { name: 'Project' }), '../admin{Enter}');
    expect((await screen.findByRole('alert')).textContent).toContain('Enter the key of a project');
    expect(place.item.choose).not.toHaveBeenCalled();
  });

  it('says who may choose, where Jira refuses, and keeps what was typed', async () => {
    shown(dashboard(null, { choose: async () => { throw new Refused('no'); } }));
    const field = await screen.findByRole<HTMLInputElement>('combobox', { name: 'Project' });
    await userEvent.type(field, 'SHOP{Enter}');
    expect((await screen.findByRole('alert')).textContent).toContain('Only people who may edit this dashboard');
    expect(field.value).toBe('SHOP');
  });

  it('is configured anew from the dashboard’s menu, and back', async () => {
    const place = dashboard('SHOP');
    shown(place);
    await screen.findByText('17.8%');
    place.configure();
    const field = screen.getByRole<HTMLInputElement>('combobox', { name: 'Project' });
    expect(field.value).toBe('SHOP');
    expect(document.activeElement).toBe(field);
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    await screen.findByText('17.8%');
    expect(document.activeElement?.className).toBe('gadget-shown');
  });

  it('takes the focus from nobody while the dashboard is opened', async () => {
    shown(dashboard(null));
    await screen.findByRole('combobox', { name: 'Project' });
    expect(document.activeElement).toBe(document.body);
  });

  it('offers no form to whom the dashboard lets only look', async () => {
    shown(dashboard(null, { editable: async () => false }));
    expect(await screen.findByText(/People who may edit this dashboard can choose one/)).toBeTruthy();
    expect(screen.queryByRole('combobox')).toBeNull();
  });

  it('offers no other project to whom the dashboard lets only look', async () => {
    shown(dashboard('SECRET', { editable: async () => false }), { '/api/project/SECRET/budget': new ApiError(403, {}) });
    await screen.findByText('This project is not shown to you');
    expect(screen.queryByRole('button', { name: 'Choose another project' })).toBeNull();
  });

  it('offers another project where this one is not shown to the person', async () => {
    shown(dashboard('SECRET'), { '/api/project/SECRET/budget': new ApiError(403, {}) });
    await userEvent.click(await screen.findByRole('button', { name: 'Choose another project' }));
    expect(screen.getByRole('combobox', { name: 'Project' })).toBeTruthy();
  });

  it('teaches where nothing is finished yet', async () => {
    shown(dashboard('SHOP'), { '/api/project/SHOP/budget': emptyReport });
    expect(await screen.findByText(/SHOP has no finished work with a budget yet/)).toBeTruthy();
  });

  it('says that the dashboard is silent, and tries again', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const chosen = vi.fn<DashboardItem['chosen']>().mockRejectedValueOnce(new Unreachable('silent')).mockResolvedValue('SHOP');
    shown(dashboard(null, { chosen }));
    await userEvent.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('17.8%')).toBeTruthy();
  });
});
