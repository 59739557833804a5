import { render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Acceptance } from '../src/acceptance/acceptance';
import { AcceptancePanel } from '../src/acceptance/AcceptancePanel';
import { aPageEach, NOW, passes, rows, shown, stored } from './acceptancePanel';
import { acceptance, criterion, DONE, FIVE } from './acceptances';
import { ANSWER, documentBackend, hostOf } from './documents';
import { CONTEXT } from './hosts';

aPageEach();

describe('the acceptance panel', () => {
  it('shows the story, the criteria in their order, how far they are, the definition of done', async () => {
    await shown(acceptance(), { project: { definitionOfDone: DONE, templates: [], slos: [] } });
    expect(screen.getByRole('button', { name: 'As a: returning buyer. Edit' })).toBeTruthy();
    expect(rows().map((it) => within(it).getByRole('checkbox').getAttribute('aria-label'))).toEqual(FIVE.map((it) => `Met: ${it.text}`));
    expect(screen.getByRole('progressbar', { name: 'Criteria met' }).getAttribute('aria-valuetext')).toBe('2 of 5 met');
    DONE.forEach((it) => expect(screen.getByText(it)).toBeTruthy());
  });

  it('teaches where nothing is written yet, with one thing to do first', async () => {
    await shown(null);
    expect(screen.getByText(/What must be true for this to be done/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'As a: who is it for?. Edit' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Add a criterion' })).toBeTruthy();
    expect(screen.queryByText('Agreed by')).toBeNull();
  });

  it('hints at a type that is missing', async () => {
    await shown(acceptance({ criteria: [criterion('c1', 'x', 'technical')] }));
    expect(screen.getByText('No user-experience or business criterion yet.')).toBeTruthy();
  });

  it('has words for standing outside an issue, and asks nothing', () => {
    const backend = documentBackend(null);
    const { issueId: _, ...nowhere } = CONTEXT;
    render(<AcceptancePanel bridge={hostOf(backend)} context={nowhere} />);
    expect(screen.getByText('There is no issue here')).toBeTruthy();
    expect(backend.asked).toEqual([]);
  });

  it('draws nothing over what cannot be read', async () => {
    await shown(null, { unreadable: 'It is of version 7.' });
    expect(screen.getByText(/It is of version 7\. Tandem leaves it as it is/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Add a criterion' })).toBeNull();
  });

  it('is busy until the first answer', async () => {
    const backend = documentBackend(null);
    backend.gate = new Promise(() => {});
    render(<AcceptancePanel bridge={hostOf(backend)} context={CONTEXT} />);
    expect(screen.getByText('Reading the acceptance criteria…').parentElement?.getAttribute('aria-busy')).toBe('true');
  });

  it('shows markup as text', async () => {
    await shown(acceptance({ criteria: [criterion('c1', '<img src=x onerror=alert(1)>')] }));
    expect(screen.getByText('<img src=x onerror=alert(1)>')).toBeTruthy();
    expect(document.querySelector('img')).toBeNull();
  });

  it('shows the issue in Linear', async () => {
    await shown(acceptance(), { twin: { key: 'CHK-12', url: 'https://linear.app/x/CHK-12', agrees: true, since: '2026-11-20T11:55:00Z', state: 'agrees', why: null } });
    expect(screen.getByRole('link', { name: /CHK-12/ })).toBeTruthy();
    expect(screen.getByText('In sync')).toBeTruthy();
  });
});

describe('who agreed', () => {
  const at = '2026-11-18T12:00:00Z';

  it('is said for product, engineering and design; a yes of mine is stamped by the server', async () => {
    const { backend, user } = await shown(acceptance({ agreed: { product: { by: 'ben', at }, engineering: null, design: null } }));
    backend.stamp = (wanted) => ({ ...(wanted as Acceptance), agreed: { ...(wanted as Acceptance).agreed, engineering: { by: 'ada', at: NOW.toISOString() } } });
    expect(await screen.findByText(/Ben Ito/)).toBeTruthy();
    expect(screen.getByText('2 days ago')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Agree as engineering' }));
    expect(screen.getByText('You, just now')).toBeTruthy();
    await passes(600);
    await passes(0);
    expect(backend.asked.find((it) => it.method === 'PUT')!.body).toMatchObject({ agreed: { product: { by: 'ben', at }, engineering: {}, design: null } });
    expect(await screen.findByText(/Ada Okafor/)).toBeTruthy();
  });

  it('is asked again where the criteria changed since, and may be taken back', async () => {
    const { backend, user } = await shown(acceptance({ agreed: { product: { by: 'ben', at }, engineering: null, design: null }, criteriaChangedAt: '2026-11-19T12:00:00Z' }));
    expect(screen.getByText('Criteria changed since')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Agree again as product' }));
    await passes(600);
    expect(stored(backend).agreed.product).toEqual({});
    await user.click(screen.getByRole('button', { name: 'Take back: Product' }));
    await passes(600);
    expect(stored(backend).agreed.product).toBeNull();
  });

  it('is somebody who left', async () => {
    await shown(acceptance({ agreed: { product: { by: 'gone', at }, engineering: null, design: null } }));
    expect(await screen.findByText(/Somebody who left/)).toBeTruthy();
  });
});

describe('criteria that changed after work began', () => {
  const changed = acceptance({
    criteria: [
      criterion('c1', 'new words', null, { changed: { at: '2026-11-20T09:00:00Z', by: 'ben', was: 'old words' } }),
      criterion('c2', 'added', null, { changed: { at: '2026-11-20T09:00:00Z', by: 'ben', was: null } }),
    ],
    removed: [{ text: 'removed words', at: '2026-11-20T10:00:00Z', by: 'ben' }],
  });

  it('are marked; the old text, who and when are shown on demand', async () => {
    const { user } = await shown(changed, { issue: { ...ANSWER.issue, started: true } });
    expect(screen.getByText('Added after work began')).toBeTruthy();
    expect(screen.queryByText('old words')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Changed after work began' }));
    expect(screen.getByText('old words')).toBeTruthy();
    expect(await screen.findByText(/Ben Ito/)).toBeTruthy();
    expect(screen.getByText('3 hours ago')).toBeTruthy();
  });

  it('are also those that were removed', async () => {
    const { user } = await shown(changed);
    expect(screen.queryByText('removed words')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'One criterion was removed after work began' }));
    expect(screen.getByText('removed words')).toBeTruthy();
  });
});

describe('whoever may look and not edit', () => {
  it('sees everything and finds nothing to press', async () => {
    await shown(acceptance({ agreed: { product: { by: 'ben', at: '2026-11-18T12:00:00Z' }, engineering: null, design: null } }), { mayEdit: false });
    FIVE.forEach((it) => expect(screen.getByText(it.text)).toBeTruthy());
    expect(screen.getAllByRole('img', { name: 'Met' })).toHaveLength(2);
    expect(screen.queryByRole('checkbox')).toBeNull();
    expect(screen.queryAllByRole('button')).toEqual([]);
    expect(screen.getByText('You may look at this, not edit it.')).toBeTruthy();
  });

  it('changes nothing by keys', async () => {
    const { backend, user } = await shown(acceptance(), { mayEdit: false });
    await user.keyboard('n{Delete}{Control>}z{/Control}');
    expect(screen.queryByRole('textbox')).toBeNull();
    await passes(1_000);
    expect(backend.asked.filter((it) => it.method === 'PUT')).toEqual([]);
  });
});

describe('five hundred criteria', () => {
  const many = Array.from({ length: 500 }, (_, nr) => criterion(`c${nr}`, `Criterion ${nr}`, 'ux'));

  it('are full: there is no place for one more, and words for it', async () => {
    await shown(acceptance({ criteria: many }));
    expect(screen.queryByText('Add a criterion')).toBeNull();
    expect(screen.getByText(/500 criteria are the most/)).toBeTruthy();
  }, 60_000);
});
