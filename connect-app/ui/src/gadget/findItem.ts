import type { HostKind } from '../host/bridge';
import { connectItem } from './connectItem';
import type { DashboardItem } from './item';
import { localItem } from './localItem';

/** The dashboard's end that fits the host. */
export async function findItem(kind: HostKind): Promise<DashboardItem> {
  const query = new URLSearchParams(window.location.search);
  switch (kind) {
    case 'forge':
      return (await import('./forgeItem')).forgeItem();
    case 'connect':
      return connectItem(AP as unknown as Parameters<typeof connectItem>[0], query);
    case 'local':
      return localItem(query);
  }
}
