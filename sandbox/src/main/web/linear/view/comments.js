import { h } from '../../shared/dom.js';
import { attempt } from '../../shared/flags.js';
import { inlineEdit } from '../../shared/inline-edit.js';
import { avatar } from '../../shared/session.js';
import { ago } from '../../shared/time.js';
import { createComment, deleteComment, updateComment } from '../changes.js';
import { markdown } from './markdown.js';

/** The comments, oldest first. */
export function comments(list, context) {
  const ordered = [...list].sort((one, other) => one.createdAt.localeCompare(other.createdAt));
  return [
    h('h2', { class: 'section-title' }, 'Activity'),
    h(
      'ul',
      { class: 'comments' },
      ordered.map((each) => comment(each, context)),
    ),
  ];
}

function comment({ id, body, createdAt, user, botActor }, { refresh }) {
  const name = user?.name ?? botActor?.name ?? 'An app';
  const save = (text) => attempt('save the comment', () => updateComment(id, text).then(() => queueMicrotask(refresh)));
  const remove = () => attempt('delete the comment', () => deleteComment(id).then(refresh));
  return h(
    'li',
    { class: 'comment' },
    h(
      'p',
      { class: 'comment-head' },
      avatar(name),
      h('strong', {}, name),
      h('span', { class: 'quiet' }, ago(createdAt)),
      h(
        'button',
        { type: 'button', class: 'button subtle icon', 'aria-label': `Delete the comment of ${name}`, onclick: remove },
        '×',
      ),
    ),
    inlineEdit({
      name: `comment of ${name}`,
      value: body,
      key: `comment-${id}`,
      long: true,
      view: markdown(body),
      save,
    }),
  );
}

/** The field for a new comment; drawn once, so that a text somebody began survives the page's refreshes. */
export function commentForm({ id, refresh }) {
  const field = h('textarea', {
    class: 'field',
    rows: '2',
    'aria-label': 'New comment',
    placeholder: 'Leave a comment…',
  });
  return h('form', { class: 'comment-form', onsubmit: send }, field, h('button', { class: 'button' }, 'Comment'));

  async function send(event) {
    event.preventDefault();
    if (!field.value.trim()) return field.focus();
    if (!(await attempt('save the comment', () => createComment(id, field.value)))) return undefined;
    field.value = '';
    return refresh();
  }
}
