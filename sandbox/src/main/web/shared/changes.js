import { h } from './dom.js';

const EVERY_MS = 400;

/**
 * Calls `changed` whenever anything on this server changed, whoever changed it: about half a second
 * after it happened, once for many changes. Waits while the page is hidden or `changed` still works.
 * Says so on the page while the server does not answer, and goes on by itself when it does.
 */
export async function onChange(changed) {
  let seen = null;
  for (;;) {
    await visible();
    const revision = await ask();
    banner(revision === null);
    if (revision !== null && revision !== seen) {
      if (seen !== null) await settled(changed);
      seen = revision;
    }
    await pause(EVERY_MS);
  }
}

async function ask() {
  try {
    const response = await fetch('/sandbox/changes', { cache: 'no-store' });
    return response.ok ? (await response.json()).revision : null;
  } catch {
    return null;
  }
}

async function settled(changed) {
  try {
    await changed();
  } catch (error) {
    console.warn('The page could not be refreshed and tries again at the next change', error);
  }
}

function banner(shown) {
  const there = document.querySelector('.offline');
  if (!shown) there?.remove();
  else if (!there) {
    document.body.prepend(
      h(
        'div',
        { class: 'offline', role: 'alert' },
        'The sandbox does not answer. What you see may be old; the page refreshes by itself when it is back.',
      ),
    );
  }
}

function visible() {
  if (!document.hidden) return Promise.resolve();
  return new Promise((done) => document.addEventListener('visibilitychange', done, { once: true }));
}

function pause(millis) {
  return new Promise((done) => setTimeout(done, millis));
}
