import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { RatedIssue } from '../src/matrix/cells';
import type { HeldIssue } from '../src/matrix/HeldDot';
import { Matrix } from '../src/matrix/Matrix';
import { clamped, type Rating, type Score } from '../src/matrix/rating';

const issue = (n: number, impact: Score, effort: Score): RatedIssue =>
  ({ id: String(n), key: `SHOP-${n}`, summary: `Issue ${n}`, impact, effort });
const mine: HeldIssue = { id: '1', key: 'SHOP-1', summary: 'Mine', impact: 4, effort: 2 };
const neighbours = [issue(2, 5, 1), issue(3, 2, 4), issue(4, 2, 4)];

/** jsdom lays nothing out and captures no pointer. */
beforeAll(() => {
  SVGElement.prototype.getBoundingClientRect = () => ({ left: 0, top: 0, width: 500, height: 500 }) as DOMRect;
  SVGElement.prototype.setPointerCapture = () => {};
});

interface StageProps {
  issues?: readonly RatedIssue[];
  held?: HeldIssue | null;
  many?: boolean;
  may?: boolean;
  rated?: (id: string, at: Rating) => void;
  opened?: (key: string) => void;
}

/** A page that does what it is told. */
function Stage({ issues: given = neighbours, held: first = mine, many = false, may = true, rated, opened }: StageProps) {
  const [issues, setIssues] = useState(given);
  const [held, setHeld] = useState(first);
  const rate = (id: string, at: Rating) => {
    rated?.(id, at);
    setIssues(issues.map((it) => (it.id === id ? { ...it, ...at } : it)));
    setHeld((it) => (it?.id === id ? { ...it, ...at } : it));
  };
  const hold = (id: string | null) => setHeld(issues.find((it) => it.id === id) ?? null);
  return (
    <Matrix
      issues={issues} held={held} rate={may ? rate : undefined} hold={many ? hold : undefined} openIssue={opened ?? (() => {})}
    />
  );
}

const slider = () => screen.getByRole('slider');
const plane = () => screen.getByRole('group', { name: 'Impact against effort' });
const dots = () => within(plane()).getAllByRole('button').map((it) => it.getAttribute('aria-label'));
const at = (impact: number, effort: number) => ({ clientX: (effort - 0.5) * 100, clientY: (5.5 - impact) * 100 });

describe('the matrix of one issue', () => {
  it('speaks the issue’s place', () => {
    render(<Stage />);
    expect(slider().getAttribute('aria-valuetext')).toBe('impact 4 of 5, effort 2 of 5: Quick win');
    expect(slider().getAttribute('aria-label')).toBe('SHOP-1');
  });

  it('is rated with arrow keys alone', async () => {
    const rated = vi.fn();
    render(<Stage rated={rated} />);
    const keys = userEvent.setup();
    await keys.tab();
    await keys.tab();
    expect(document.activeElement).toBe(slider());
    await keys.keyboard('{ArrowDown}{ArrowRight}{ArrowRight}');
    expect(slider().getAttribute('aria-valuetext')).toBe('impact 3 of 5, effort 4 of 5: Big bet');
    expect(rated).toHaveBeenCalledTimes(3);
  });

  it('keeps the focus, and with it the arrow keys, when it comes into a place where others are, and out again', async () => {
    render(<Stage issues={[issue(2, 4, 3)]} />);
    slider().focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    expect(document.activeElement).toBe(slider());
    expect(slider().getAttribute('aria-valuetext')).toBe('impact 4 of 5, effort 4 of 5: Big bet');
  });

  it('rates nothing at the edge, where nothing moves', async () => {
    const rated = vi.fn();
    render(<Stage held={{ ...mine, impact: 5 }} rated={rated} />);
    slider().focus();
    await userEvent.keyboard('{ArrowUp}');
    expect(rated).not.toHaveBeenCalled();
  });

  it('leaves keys with a modifier to the browser', async () => {
    const rated = vi.fn();
    render(<Stage rated={rated} />);
    slider().focus();
    await userEvent.keyboard('{Control>}{ArrowUp}{/Control}');
    expect(rated).not.toHaveBeenCalled();
  });

  it('rates an issue that has no rating where it is drawn', async () => {
    const rated = vi.fn();
    render(<Stage held={{ ...mine, impact: null, effort: null }} rated={rated} />);
    expect(slider().getAttribute('aria-valuetext')).toBe('not rated yet');
    slider().focus();
    await userEvent.keyboard('{Enter}');
    expect(rated).toHaveBeenCalledWith('1', { impact: 3, effort: 3 });
  });

  it('is rated by a drag, once, where it is let go', () => {
    const rated = vi.fn();
    render(<Stage rated={rated} />);
    fireEvent.pointerDown(slider(), { button: 0, pointerId: 1, ...at(4, 2) });
    fireEvent.pointerMove(plane(), at(3, 3));
    expect(slider().getAttribute('aria-valuetext')).toMatch(/Big bet/);
    fireEvent.pointerMove(plane(), at(1, 5));
    fireEvent.pointerUp(plane(), at(1, 5));
    fireEvent.click(plane(), at(1, 5));
    expect(rated.mock.calls).toEqual([['1', { impact: 1, effort: 5 }]]);
  });

  it('stays where it is when Escape ends the drag, or the hand was only not still', () => {
    const rated = vi.fn();
    render(<Stage rated={rated} />);
    fireEvent.pointerDown(slider(), { button: 0, pointerId: 1, ...at(4, 2) });
    fireEvent.pointerMove(plane(), at(1, 5));
    fireEvent.keyDown(window, { key: 'Escape' });
    fireEvent.pointerUp(plane(), at(1, 5));
    fireEvent.click(plane(), at(1, 5));
    fireEvent.pointerDown(slider(), { button: 0, pointerId: 1, clientX: 199, clientY: 150 });
    fireEvent.pointerMove(plane(), { clientX: 201, clientY: 150 });
    fireEvent.pointerUp(plane(), { clientX: 201, clientY: 150 });
    fireEvent.click(plane(), { clientX: 201, clientY: 150 });
    expect(rated).not.toHaveBeenCalled();
  });

  it('is rated by a click on the plane, but not by one on a neighbour', async () => {
    const rated = vi.fn();
    render(<Stage rated={rated} />);
    fireEvent.click(screen.getByRole('button', { name: 'Impact 5, effort 1: SHOP-2' }));
    expect(rated).not.toHaveBeenCalled();
    fireEvent.click(plane(), at(2, 5));
    expect(rated).toHaveBeenCalledWith('1', { impact: 2, effort: 5 });
  });

  it('draws neighbours of one place as one dot with their number, and opens their list', async () => {
    const opened = vi.fn();
    render(<Stage opened={opened} />);
    expect(dots()).toEqual(['Impact 5, effort 1: SHOP-2', 'Impact 2, effort 4: 2 issues']);
    await userEvent.click(screen.getByRole('button', { name: /2 issues/ }));
    expect(document.activeElement?.textContent).toBe('Impact 2, effort 4: 2 issues');
    await userEvent.click(screen.getByRole('button', { name: 'SHOP-4' }));
    expect(opened).toHaveBeenCalledWith('SHOP-4');
    expect(screen.queryByRole('button', { name: /Move/ })).toBeNull();
  });

  it('gives the focus back to the dot when its list closes', async () => {
    render(<Stage />);
    await userEvent.click(screen.getByRole('button', { name: /2 issues/ }));
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('list')).toBeNull();
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Impact 2, effort 4: 2 issues');
  });

  it('is one stop for Tab, with arrow keys from dot to dot', async () => {
    render(<Stage />);
    await userEvent.tab();
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/SHOP-2/);
    await userEvent.keyboard('{ArrowRight}');
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/2 issues/);
    await userEvent.keyboard('{ArrowRight}');
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/2 issues/);
  });

  it('moves nothing for those who may only look', () => {
    render(<Stage may={false} />);
    expect(screen.queryByRole('slider')).toBeNull();
    expect(screen.getByRole('img', { name: 'SHOP-1: impact 4 of 5, effort 2 of 5: Quick win' })).toBeTruthy();
    fireEvent.click(plane(), at(1, 1));
    expect(screen.getByRole('img', { name: /impact 4 of 5/ })).toBeTruthy();
  });

  it('is a table, too', async () => {
    render(<Stage />);
    const details = screen.getByText('Show as a table').closest('details')!;
    expect(screen.queryByRole('table')).toBeNull();
    details.open = true;
    fireEvent(details, new Event('toggle'));
    expect(within(screen.getByRole('table')).getAllByRole('row').map((it) => it.textContent)).toEqual([
      'IssueImpactEffortQuadrant', 'SHOP-142Quick win', 'SHOP-251Quick win', 'SHOP-324Time sink', 'SHOP-424Time sink',
    ]);
  });

  it('shows markup of a title as text', async () => {
    render(<Stage issues={[{ ...issue(2, 1, 1), summary: '<img src=x onerror=alert(1)>' }]} />);
    await userEvent.click(screen.getByRole('button', { name: /SHOP-2/ }));
    expect(screen.getByText('<img src=x onerror=alert(1)>')).toBeTruthy();
    expect(document.querySelector('img')).toBeNull();
  });
});

describe('the matrix of a project', () => {
  const project = { many: true, held: null };

  it('takes up an issue with Enter, moves it with arrow keys and puts it down with Escape', async () => {
    const rated = vi.fn();
    render(<Stage {...project} rated={rated} />);
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    expect(document.activeElement).toBe(slider());
    expect(screen.getByRole('region', { name: 'Chosen issue' }).textContent).toContain('Issue 2');
    await userEvent.keyboard('{ArrowRight}{Escape}');
    expect(rated.mock.calls).toEqual([['2', { impact: 5, effort: 2 }]]);
    expect(screen.queryByRole('slider')).toBeNull();
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Impact 5, effort 2: SHOP-2');
  });

  it('takes one out of a dot of many', async () => {
    render(<Stage {...project} />);
    await userEvent.click(screen.getByRole('button', { name: /2 issues/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Move SHOP-4' }));
    expect(slider().getAttribute('aria-label')).toBe('SHOP-4');
    expect(dots()).toEqual(['Impact 5, effort 1: SHOP-2', 'Impact 2, effort 4: SHOP-3']);
  });

  it('drags a dot of one issue straight away', () => {
    const rated = vi.fn();
    render(<Stage {...project} rated={rated} />);
    fireEvent.pointerDown(screen.getByRole('button', { name: /SHOP-2/ }), { button: 0, pointerId: 1, ...at(5, 1) });
    fireEvent.pointerMove(plane(), at(1, 1));
    fireEvent.pointerUp(plane(), at(1, 1));
    expect(rated.mock.calls).toEqual([['2', { impact: 1, effort: 1 }]]);
  });

  it('rates by select', async () => {
    const rated = vi.fn();
    render(<Stage {...project} held={{ ...neighbours[0]!, effort: null }} rated={rated} />);
    await userEvent.selectOptions(screen.getByLabelText('Effort'), '4 · High');
    expect(rated).toHaveBeenCalledWith('2', { impact: 5, effort: 4 });
  });

  it('only lists for those who may only look', async () => {
    render(<Stage {...project} may={false} />);
    await userEvent.click(screen.getByRole('button', { name: /SHOP-2/ }));
    expect(screen.getByText('Issue 2')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Move/ })).toBeNull();
  });

  it('stays small with thousands of issues', async () => {
    const many = Array.from({ length: 5_000 }, (_, n) => issue(n, clamped(1 + (n % 5)), clamped(1 + (n % 3))));
    render(<Stage {...project} issues={many} />);
    expect(dots()).toHaveLength(15);
    await userEvent.click(screen.getByRole('button', { name: 'Impact 5, effort 3: 333 issues' }));
    expect(screen.getAllByRole('listitem')).toHaveLength(50);
    await userEvent.click(screen.getByRole('button', { name: 'Show 50 more of 283' }));
    expect(screen.getAllByRole('listitem')).toHaveLength(100);
  });
});
