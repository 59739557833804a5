import type { Page } from 'playwright-core';
import { useState } from 'react';
import type { HostBridge } from '../src/host/bridge';
import type { RatedIssue } from '../src/matrix/cells';
import { Matrix } from '../src/matrix/Matrix';
import { clamped, type Rating } from '../src/matrix/rating';
import { Panel } from '../src/shell/Panel';
import type { PanelStates } from './panelStates';
import { rightToLeft } from './rightToLeft';

const issues = (count: number): readonly RatedIssue[] => Array.from({ length: count }, (_, n) => ({
  id: String(n), key: `SHOP-${n}`, summary: `Issue ${n}`,
  impact: clamped(1 + (n * n) % 5), effort: clamped(1 + (n * 3 + (n % 7) * n) % 5),
}));

const COUNTS: Readonly<Record<string, number>> = { 'matrix-few': 7, 'matrix-held': 7, 'matrix-rtl': 7, 'matrix-thousands': 5_000, 'matrix-none': 0 };

/** A page of many issues, of which any may be taken up. */
function Stage({ bridge }: { bridge: HostBridge }) {
  const state = new URLSearchParams(window.location.search).get('state') ?? '';
  const [all, setAll] = useState(() => issues(COUNTS[state] ?? 0));
  const [held, setHeld] = useState<string | null>(null);
  const rate = (id: string, at: Rating) => setAll(all.map((it) => (it.id === id ? { ...it, ...at } : it)));
  return (
    <Panel title="Matrix">
      <div aria-busy="false">
        <Matrix
          issues={all} held={all.find((it) => it.id === held) ?? null} rate={rate} hold={setHeld}
          openIssue={(key) => bridge.openIssue(key)}
        />
      </div>
    </Panel>
  );
}

const takeUp = (page: Page) => page.getByRole('button', { name: /: SHOP-\d+$/ }).first().press('Enter');

const silence = () => new Promise<Response>(() => undefined);

export const MATRIX_STATES: PanelStates = {
  title: 'Impact against effort, of many issues',
  panel: (bridge) => <Stage bridge={bridge} />,
  states: Object.fromEntries(Object.keys(COUNTS).map((name) => [name, silence])),
  acts: {
    'matrix-held': takeUp,
    'matrix-rtl': async (page) => {
      await rightToLeft(page);
      await takeUp(page);
    },
    'matrix-thousands': async (page) => {
      await page.getByRole('button', { name: /issues$/ }).nth(3).click();
      await page.getByRole('button', { name: /^Show 50 more/ }).waitFor();
    },
  },
};
