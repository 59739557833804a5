import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recallColours } from '../src/host/colours';

const html = document.documentElement;
/** Observers are told in a microtask. */
const told = () => Promise.resolve();

function undressed(): void {
  delete html.dataset['theme'];
  delete html.dataset['colorMode'];
}

beforeEach(undressed);
afterEach(async () => {
  undressed();
  await told();
  localStorage.clear();
});

describe('the colours in which a page begins', () => {
  it('are dark where the host was dark the last time', async () => {
    recallColours();
    html.dataset['colorMode'] = 'dark';
    await told();
    undressed();
    // A new page: the attributes are gone before anybody could tell.
    localStorage.setItem('tandem.colours', 'dark');
    recallColours();
    expect(html.dataset['colorMode']).toBe('dark');
    expect(html.dataset['theme']).toContain('dark:dark');
  });

  it('are none of ours where it was light, or nobody knows', async () => {
    recallColours();
    expect(html.dataset['colorMode']).toBeUndefined();
    html.dataset['colorMode'] = 'dark';
    await told();
    html.dataset['colorMode'] = 'light';
    await told();
    expect(localStorage.getItem('tandem.colours')).toBeNull();
  });

  it('leave alone what the host said already', () => {
    localStorage.setItem('tandem.colours', 'dark');
    html.dataset['colorMode'] = 'light';
    recallColours();
    expect(html.dataset['colorMode']).toBe('light');
  });
});
