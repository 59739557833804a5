import { h } from '../../shared/dom.js';
import { attempt } from '../../shared/flags.js';
import { inlineEdit } from '../../shared/inline-edit.js';
import { adf, fromPlainText, plainText } from '../adf.js';
import { api } from '../rest.js';

const PLAIN = new Set(['doc', 'paragraph', 'text', 'hardBreak', 'bulletList', 'listItem']);

/** The issue's title, edited where it stands. */
export function summaryField(summary, { key, may, refresh }) {
  return inlineEdit({
    name: 'summary',
    value: summary,
    key: 'summary',
    readOnly: !may.EDIT_ISSUES,
    view: h('h1', { class: 'summary-title' }, summary),
    save: (text) => write(key, 'summary', text.trim(), refresh),
  });
}

/** The description; this editor writes paragraphs and bullet lists and warns where more would be lost. */
export function descriptionField(description, { key, may, refresh }) {
  const view = description
    ? adf(description)
    : h('p', { class: 'quiet' }, may.EDIT_ISSUES ? 'Add a description…' : 'No description');
  return [
    h('h2', { class: 'section-title' }, 'Description'),
    !isPlain(description) &&
      may.EDIT_ISSUES &&
      h('p', { class: 'quiet' }, 'Editing here keeps paragraphs and lists, other formatting becomes text.'),
    inlineEdit({
      name: 'description',
      value: plainText(description),
      key: 'description',
      long: true,
      readOnly: !may.EDIT_ISSUES,
      view,
      save: (text) => write(key, 'description', text.trim() ? fromPlainText(text) : null, refresh),
    }),
  ];
}

function isPlain(node) {
  return !node || (PLAIN.has(node.type) && !node.marks?.length && (node.content ?? []).every(isPlain));
}

function write(key, field, value, refresh) {
  return attempt(`save the ${field}`, async () => {
    await api.put(`/issue/${key}`, { fields: { [field]: value } });
    queueMicrotask(refresh);
  });
}
