import { BudgetPart } from '../src/budget/BudgetPart';
import { Panel } from '../src/shell/Panel';
import type { PanelStates } from './panelStates';

type Answer = () => Promise<Response>;

const MINUTE = 60_000;
const minutesAgo = (minutes: number): string => new Date(Date.now() - minutes * MINUTE).toISOString();

const features = { name: 'features', label: 'budget:features', share: 80 };
const health = { name: 'system-health', label: 'budget:system-health', share: 20 };
const mapping = { projectKey: 'SHOP', labels: ['budget:features', 'budget:system-health'] };
const twin = {
  key: 'CHK-12',
  url: 'http://localhost:8091/issue/CHK-12',
  agrees: true,
  since: minutesAgo(5),
  state: 'agrees',
  why: null as string | null,
};
const full = { issue: { id: '10001', key: 'SHOP-1' }, budget: features, mapping, twin };

const answers = (body: unknown, status = 200): Answer => async () => Response.json(body, { status });
const apart = (state: string, why: string | null, since: string | null = twin.since) =>
  answers({ ...full, twin: { ...twin, agrees: false, state, why, since } });
const silence: Answer = () => new Promise(() => undefined);
const noNetwork: Answer = () => Promise.reject(new TypeError('Failed to fetch'));

/** Answers so for half a second from the first call on, which is once, and then as told. */
function firstThen(first: Answer, later: Answer): Answer {
  let began: number | undefined;
  return () => (performance.now() - (began ??= performance.now()) < 500 ? first() : later());
}

const STATES: Record<string, Answer> = {
  'loading': silence,
  'agrees': answers(full),
  'agrees-health': answers({ ...full, budget: health, twin: { ...twin, since: minutesAgo(60 * 24 * 3) } }),
  'waiting': apart('waiting', null, minutesAgo(0)),
  'conflict': apart('conflict', null),
  'conflict-why': apart(
    'conflict',
    'Jira says Features since 10:41, Linear says System health since 10:41. Set the one that you mean in either.',
  ),
  'paused': apart('paused', null, minutesAgo(90)),
  'paused-why': apart('paused', 'Linear no longer accepts Tandem’s access. A Jira admin can connect it again.'),
  'no-budget': answers({ ...full, budget: null }),
  'no-twin': answers({ ...full, twin: null }),
  'no-budget-no-twin': answers({ ...full, budget: null, twin: null }),
  'no-mapping': answers({ ...full, budget: null, mapping: null, twin: null }),
  'unreachable': noNetwork,
  'server-error': answers({ title: 'Internal Server Error', status: 500 }, 500),
  'expired': answers({ title: 'Unauthorized', status: 401 }, 401),
  'refused': answers({ title: 'Forbidden', status: 403 }, 403),
  'unreadable': answers({ ...full, twin: { state: 'entangled' } }),
  'stale': firstThen(answers(full), noNetwork),
  'stale-expired': firstThen(answers(full), answers({ status: 401 }, 401)),
  'long-words': answers({
    ...full,
    budget: { name: 'a'.repeat(64), label: `budget:${'a'.repeat(64)}`, share: 33.333 },
    twin: { ...twin, state: 'conflict', agrees: false, why: `${'קונפליקט '.repeat(20)}${'x'.repeat(200)}` },
  }),
};

export const BUDGET_STATES: PanelStates = {
  title: 'The budget by itself, for those who may look only',
  panel: (bridge, context) => {
    const here = { bridge, context, issueId: context.issueId ?? '', summary: '', me: '', told: () => undefined };
    return <Panel title="Tradeoffs"><BudgetPart here={here} mayEdit={false} offered={null} /></Panel>;
  },
  states: STATES,
  // A stale state needs its second failed attempt.
  settled: { 'loading': '[aria-busy=true]', 'stale': '.stale', 'stale-expired': '.stale' },
};
