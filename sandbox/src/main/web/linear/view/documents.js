import { h } from '../../shared/dom.js';
import { attempt } from '../../shared/flags.js';
import { ago } from '../../shared/time.js';
import { createDocument, deleteDocument, updateDocument } from '../changes.js';
import { markdown } from './markdown.js';

/** The issue's documents, each read in place and edited as Markdown. */
export function documents(list, context) {
  return [
    h(
      'div',
      { class: 'row spread' },
      h('h2', { class: 'section-title' }, 'Documents'),
      h(
        'button',
        {
          type: 'button',
          class: 'button subtle',
          'data-key': 'new-document',
          onclick: (event) => editor(event.target.closest('section'), null, context),
        },
        '+ New document',
      ),
    ),
    list.length === 0 &&
      h('p', { class: 'quiet' }, 'No document yet. Start one with the title “Decision: …” to record a decision.'),
    list.map((document) => shown(document, context)),
  ];
}

function shown(document, context) {
  const { unfolded } = context;
  const element = h(
    'details',
    {
      class: 'document',
      open: unfolded.has(document.id),
      ontoggle: (event) => (event.target.open ? unfolded.add(document.id) : unfolded.delete(document.id)),
    },
    h(
      'summary',
      {},
      h('span', { 'aria-hidden': 'true' }, '▤ '),
      document.title,
      ' ',
      h('small', { class: 'quiet' }, 'edited ', ago(document.updatedAt)),
    ),
    h(
      'div',
      { class: 'document-body' },
      markdown(document.content),
      h(
        'div',
        { class: 'row' },
        h(
          'button',
          {
            type: 'button',
            class: 'button',
            'aria-label': `Edit ${document.title}`,
            onclick: () => editor(element, document, context),
          },
          'Edit',
        ),
        h(
          'button',
          {
            type: 'button',
            class: 'button subtle',
            'aria-label': `Delete ${document.title}`,
            onclick: () => remove(document, context),
          },
          'Delete',
        ),
      ),
    ),
  );
  return element;
}

function editor(place, document, context) {
  if (place.querySelector('form')) return;
  const form = h(
    'form',
    { class: 'document-form', 'data-editing': '', onsubmit: save },
    h('input', {
      class: 'field',
      name: 'title',
      required: true,
      'aria-label': 'Document title',
      placeholder: 'Decision: …',
      value: document?.title ?? '',
    }),
    h('textarea', {
      class: 'field',
      name: 'content',
      rows: '12',
      'aria-label': 'Document text, in Markdown',
      value: document?.content ?? '',
    }),
    h(
      'div',
      { class: 'row' },
      h('button', { class: 'button primary' }, 'Save document'),
      h('button', { type: 'button', class: 'button subtle', onclick: close }, 'Cancel'),
    ),
  );
  place.querySelector('.document-body')?.setAttribute('hidden', '');
  place.append(form);
  form.elements.title.focus();

  async function save(event) {
    event.preventDefault();
    const { title, content } = Object.fromEntries(new FormData(form));
    const kept = await attempt('save the document', () =>
      document
        ? updateDocument(document.id, { title, content })
        : createDocument({ title, content, issueId: context.id }),
    );
    if (kept) close();
  }

  function close() {
    form.remove();
    place.querySelector('.document-body')?.removeAttribute('hidden');
    context.refresh();
  }
}

function remove(document, { refresh }) {
  if (!confirm(`Delete the document “${document.title}”?`)) return undefined;
  return attempt('delete the document', () => deleteDocument(document.id).then(refresh));
}
