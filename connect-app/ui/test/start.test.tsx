import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { start } from '../src/shell/start';
import { bridgeTo, CONTEXT, ok, page } from './hosts';

const bridge = () => bridgeTo(async () => ok({}));
const draw = (host: ReturnType<typeof bridge>) =>
  act(() => start((_bridge, context) => <p>on {context.issueKey}</p>, async () => host));

beforeEach(() => void page());
afterEach(() => vi.restoreAllMocks());

describe('the start of a panel', () => {
  it('draws it where the host says that it stands, and keeps the frame as tall', async () => {
    const host = { ...bridge(), fitHeight: vi.fn(() => () => {}) };
    await draw(host);
    expect(screen.getByText(`on ${CONTEXT.issueKey}`)).toBeTruthy();
    expect(host.fitHeight).toHaveBeenCalledWith(document.getElementById('panel'));
  });

  it('tells the host once something is on show', async () => {
    const shown = vi.fn(() => void expect(screen.getByText(`on ${CONTEXT.issueKey}`)).toBeTruthy());
    await draw({ ...bridge(), shown });
    expect(shown).toHaveBeenCalled();
  });

  it('goes on without a theme', async () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
    await draw({ ...bridge(), startTheming: () => Promise.reject(new Error('no theming here')) });
    expect(screen.getByText(`on ${CONTEXT.issueKey}`)).toBeTruthy();
    expect(warned).toHaveBeenCalledTimes(1);
  });

  it('says what to do when the host stays silent', async () => {
    const complained = vi.spyOn(console, 'error').mockImplementation(() => {});
    await draw({ ...bridge(), context: () => Promise.reject(new Error('silence')) });
    expect(screen.getByRole('alert').textContent).toContain('Reload the page.');
    expect(complained).toHaveBeenCalledTimes(1);
  });
});
