import { h, hidden } from '../../shared/dom.js';

const SIGNS = { triage: '◇', backlog: '◌', unstarted: '○', started: '◐', completed: '●', canceled: '⊘' };
const COLOR = /^#[0-9a-f]{3,8}$/i;

/** The state's sign; its name stands beside it or is said. */
export function stateMark(state, named = false) {
  const sign = h('span', { class: `state-sign ${state.type}`, 'aria-hidden': 'true' }, SIGNS[state.type] ?? '○');
  return h('span', { class: 'state', title: state.name }, sign, named ? state.name : hidden(state.name));
}

/** A label with its dot, and the name of its group where it is in one. */
export function labelMark(label, after = null) {
  return h(
    'span',
    { class: 'tag', 'data-label': label.name },
    dot(label.color),
    label.parent && h('span', { class: 'quiet' }, `${label.parent.name} / `),
    h('span', {}, label.name),
    after,
  );
}

export function dot(color) {
  const element = h('span', { class: 'dot', 'aria-hidden': 'true' });
  // A colour from the workspace is used only if it is written as one.
  if (COLOR.test(color ?? '')) element.style.background = color;
  return element;
}
