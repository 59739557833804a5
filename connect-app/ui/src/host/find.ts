import type { HostBridge } from './bridge';
import { createConnectBridge, isConnect } from './connect';
import { createLocalBridge } from './local';

function isForge(): boolean {
  const bridge = (globalThis as { __bridge?: { callBridge?: unknown } }).__bridge;
  return typeof bridge?.callBridge === 'function';
}

/** Finds out which page stands around us. Forge is asked for first: only there is its chunk loaded. */
export async function findHost(): Promise<HostBridge> {
  if (isForge()) return (await import('./forge')).createForgeBridge();
  // Both others are in the entry itself: a chunk of their own would cost a round trip.
  return isConnect() ? createConnectBridge() : createLocalBridge();
}
