import type { HostBridge } from '../host/bridge';
import { nameOf } from '../shell/people';
import { usePeople } from '../shell/usePeople';

/** Somebody's name, once it is known; one who is gone is said to be. */
export function PersonName({ id, bridge, issueId }: { id: string; bridge: HostBridge; issueId: string }) {
  return <span dir="auto">{nameOf(usePeople(bridge, issueId, [id]).get(id))}</span>;
}
