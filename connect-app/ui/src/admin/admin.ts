import { ApiError, type HostBridge } from '../host/bridge';
import { backfillState } from './backfill';
import { type Forecast, forecast } from './forecast';
import {
  conflicts, connection, disputes, health, holds, mappings, type MappedProject, type Overview, quarantine,
} from './overview';

const MOST_SHOWN = 20;

const project = (key: string): string => `/api/admin/mappings/${encodeURIComponent(key)}`;

/** The calls of the admin page. Each throws what the bridge throws, or Unreadable. */
export class Admin {
  constructor(private readonly bridge: HostBridge) {}

  private async get(path: string): Promise<unknown> {
    return (await this.bridge.api({ method: 'GET', path })).body;
  }

  private async send(method: 'POST' | 'DELETE', path: string, body?: unknown): Promise<unknown> {
    return (await this.bridge.api({ method, path, ...(body === undefined ? {} : { body }) })).body;
  }

  async overview(): Promise<Overview> {
    const [well, linked, mapped, open, disputed, held, aside] = await Promise.all([
      this.get('/api/admin/health').then(health),
      this.get('/api/admin/linear').then(connection),
      this.get('/api/admin/mappings').then(mappings),
      this.get(`/api/admin/conflicts?limit=${MOST_SHOWN}`).then(conflicts),
      this.get(`/api/admin/decisions/conflicts?limit=${MOST_SHOWN}`).then(disputes),
      this.get(`/api/admin/holds?limit=${MOST_SHOWN}`).then(holds),
      this.get(`/api/admin/quarantine?limit=${MOST_SHOWN}`).then(quarantine),
    ]);
    return {
      health: well,
      connection: linked,
      mappings: await Promise.all(mapped.map((it) => this.withBackfill(it))),
      conflicts: open.items,
      disputes: disputed.items,
      holds: held.items,
      quarantine: aside.items,
      more: [open, disputed, held, aside].some(({ next }) => next !== null),
    };
  }

  private async withBackfill(mapped: Omit<MappedProject, 'backfill'>): Promise<MappedProject> {
    return { ...mapped, backfill: backfillState(await this.get(`${project(mapped.projectKey)}/backfill`)) };
  }

  startBackfill = (key: string) => this.send('POST', `${project(key)}/backfill`);

  cancelBackfill = (key: string) => this.send('DELETE', `${project(key)}/backfill`);

  dryRun = async (key: string, after: string): Promise<Forecast> =>
    forecast(await this.get(`${project(key)}/dry-run?decisions=true&after=${encodeURIComponent(after)}`));

  chooseSide = (link: number, side: 'jira' | 'linear') => this.send('POST', `/api/admin/links/${link}/choice`, { side });

  chooseBudget = (link: number, budget: string) => this.send('POST', `/api/admin/links/${link}/choice`, { budget });

  chooseDecision = (link: number, decision: string, side: 'jira' | 'linear') =>
    this.send('POST', `/api/admin/links/${link}/decisions/${encodeURIComponent(decision)}/choice`, { side });

  retryDecision = (link: number, decision: string) =>
    this.send('POST', `/api/admin/links/${link}/decisions/${encodeURIComponent(decision)}/retry`);

  answerHold = (hold: number, answer: 'apply' | 'dismiss') => this.send('POST', `/api/admin/holds/${hold}/${answer}`);

  replay = (link: number) => this.send('POST', `/api/admin/links/${link}/replay`);

  /** Where to go on in Linear; good once and for ten minutes. */
  connect = async (): Promise<string> => {
    const body = (await this.send('POST', '/api/admin/linear/connect')) as { authorizeUrl?: unknown } | undefined;
    const url = typeof body?.authorizeUrl === 'string' && URL.canParse(body.authorizeUrl) ? new URL(body.authorizeUrl) : null;
    if (url === null || !/^https?:$/.test(url.protocol)) throw new Error('no address to go on at');
    return url.href;
  };
}

/** What went wrong, in the backend's own words where it gave some. */
export function inWords(failure: unknown): string {
  if (!(failure instanceof ApiError)) return 'Tandem does not answer. Nothing is lost; try again in a moment.';
  const detail = (failure.body as { detail?: unknown } | undefined)?.detail;
  if (typeof detail === 'string' && detail !== '') return detail.slice(0, 500);
  return failure.status === 401 ? 'Your session has ended. Reload the page.' : 'Tandem could not do this. Try again in a moment.';
}
