import { api } from '../rest.js';

/** One module of an installed app, wherever it is placed, ready for the host; null if there is none. */
export async function appModule(addonKey, moduleKey) {
  const query = new URLSearchParams({ location: 'dialog', addonKey, moduleKey });
  const frames = await api.get(`/sandbox/frames?${query}`).catch(() => []);
  return frames.find((frame) => frame.addon_key === addonKey && frame.key === moduleKey) ?? null;
}
