import type { HostKind } from '../host/bridge';
import { connectClient } from '../host/client';
import { connectItem } from './connectItem';
import type { DashboardItem } from './item';
import { localItem } from './localItem';

/** What a dashboard's item shows is the host's to say: its client is run at once. */
function connected(query: URLSearchParams): Promise<DashboardItem> {
  const client = connectClient();
  client.load();
  return new Promise((found) => client.use(() => found(connectItem(AP as unknown as Parameters<typeof connectItem>[0], query))));
}

/** The dashboard's end that fits the host. */
export async function findItem(kind: HostKind): Promise<DashboardItem> {
  const query = new URLSearchParams(window.location.search);
  switch (kind) {
    case 'forge':
      return (await import('./forgeItem')).forgeItem();
    case 'connect':
      return connected(query);
    case 'local':
      return localItem(query);
  }
}
