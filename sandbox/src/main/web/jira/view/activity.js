import { h } from '../../shared/dom.js';
import { attempt } from '../../shared/flags.js';
import { avatar } from '../../shared/session.js';
import { ago } from '../../shared/time.js';
import { adf, fromPlainText } from '../adf.js';
import { api } from '../rest.js';

/** The comments, oldest first. */
export function activity(comments) {
  return [
    h('h2', { class: 'section-title' }, 'Comments'),
    comments.length === 0 && h('p', { class: 'quiet' }, 'Nobody has commented yet.'),
    h('ul', { class: 'comments' }, comments.map(comment)),
  ];
}

function comment({ author, created, body }) {
  const name = author?.displayName ?? 'Anonymous';
  return h(
    'li',
    {},
    avatar(name),
    h(
      'div',
      {},
      h('p', { class: 'comment-head' }, h('strong', {}, name), h('span', { class: 'quiet' }, ago(created))),
      adf(body),
    ),
  );
}

/** The field for a new comment; drawn once, so that a text somebody began survives the page's refreshes. */
export function commentForm({ key, refresh }) {
  const field = h('textarea', {
    class: 'field',
    rows: '2',
    'aria-label': 'New comment',
    placeholder: 'Add a comment…',
  });
  return h('form', { class: 'comment-form', onsubmit: send }, field, h('button', { class: 'button primary' }, 'Save'));

  async function send(event) {
    event.preventDefault();
    if (!field.value.trim()) return field.focus();
    const kept = await attempt('save the comment', () =>
      api.post(`/issue/${key}/comment`, { body: fromPlainText(field.value) }),
    );
    if (!kept) return undefined;
    field.value = '';
    return refresh();
  }
}
