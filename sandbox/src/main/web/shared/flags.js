import { h } from './dom.js';

const LINGER_MS = 6000;

/**
 * Shows a message in the corner and says it to screen readers. An error stays until it is dismissed,
 * everything else goes by itself. Answers a handle with `close()`.
 */
export function flag({ type = 'info', title, body = '', close = null, actions = {}, onAction = () => {} }) {
  const sticky = close === 'manual' || (close === null && type === 'error');
  const handle = { close: () => box.remove() };
  const buttons = Object.entries(actions).map(([key, label]) =>
    h('button', { type: 'button', class: 'button link', onclick: () => onAction(key) }, label),
  );
  const box = h(
    'div',
    { class: `flag ${type}`, role: type === 'error' ? 'alert' : 'status' },
    h(
      'span',
      { class: 'flag-mark', 'aria-hidden': 'true' },
      { error: '!', success: '✓', warning: '!', info: 'i' }[type] ?? 'i',
    ),
    h('div', { class: 'flag-text' }, h('strong', {}, title), body && h('p', {}, body), buttons),
    h('button', { type: 'button', class: 'button subtle icon', 'aria-label': 'Dismiss', onclick: handle.close }, '×'),
  );
  corner().append(box);
  if (!sticky) setTimeout(handle.close, LINGER_MS);
  return handle;
}

/** Runs what a person asked for; if it fails, says what happened. Answers whether it worked. */
export async function attempt(what, action) {
  try {
    await action();
    return true;
  } catch (error) {
    flag({ type: 'error', title: `Could not ${what}`, body: error.message });
    return false;
  }
}

function corner() {
  let place = document.querySelector('.flags');
  if (!place) document.body.append((place = h('div', { class: 'flags' })));
  return place;
}
