import { h, hidden } from '../../shared/dom.js';
import { avatar } from '../../shared/session.js';

/** The small coloured sign of an issue type; its name is said to those who do not see it. */
export function typeMark(type) {
  const kind = { Bug: 'bug', Story: 'story', Epic: 'epic' }[type?.name] ?? 'task';
  const sign = { bug: '●', story: '◆', epic: '▲', task: '✓' }[kind];
  return h(
    'span',
    { class: `type-mark ${kind}`, title: type?.name ?? 'Issue' },
    h('span', { 'aria-hidden': 'true' }, sign),
    hidden(type?.name ?? 'Issue'),
  );
}

/** A status in the colour of its category. */
export function statusLozenge(status) {
  const look = { new: 'new', done: 'done' }[status.statusCategory?.key] ?? 'moving';
  return h('span', { class: `lozenge ${look}` }, status.name);
}

/** A label as Jira shows it; those that name a budget are set off. */
export function labelMark(label, after = null) {
  return h('span', { class: label.startsWith('budget:') ? 'label budget' : 'label' }, h('span', {}, label), after);
}

/** A person by mark and name, or who stands in for nobody. */
export function personMark(user, nobody) {
  if (!user) return h('span', { class: 'quiet' }, nobody);
  return h('span', { class: 'person-mark' }, avatar(user.displayName), user.displayName);
}
