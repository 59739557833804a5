import { h } from '../../shared/dom.js';
import { attempt } from '../../shared/flags.js';
import { createAttachment, deleteAttachment } from '../changes.js';

/** The issue's links (attachments), such as its Jira twin. */
export function attachments(list, context) {
  return [
    h(
      'div',
      { class: 'row spread' },
      h('h2', { class: 'section-title' }, 'Links'),
      h(
        'button',
        {
          type: 'button',
          class: 'button subtle',
          'data-key': 'new-link',
          onclick: (event) => ask(event.target.closest('section'), context),
        },
        '+ Add link',
      ),
    ),
    list.length === 0 && h('p', { class: 'quiet' }, 'No links yet.'),
    h(
      'ul',
      { class: 'links' },
      list.map((each) => link(each, context)),
    ),
  ];
}

function link({ id, title, subtitle, url }, { refresh }) {
  const safe = /^https?:\/\//.test(url);
  return h(
    'li',
    {},
    h('span', { class: 'quiet', 'aria-hidden': 'true' }, '↗'),
    safe ? h('a', { href: url, rel: 'noreferrer' }, title) : h('span', {}, title),
    subtitle && h('span', { class: 'quiet' }, subtitle),
    h(
      'button',
      {
        type: 'button',
        class: 'button subtle icon',
        'aria-label': `Remove the link ${title}`,
        onclick: () => attempt('remove the link', () => deleteAttachment(id).then(refresh)),
      },
      '×',
    ),
  );
}

function ask(place, { id, refresh }) {
  if (place.querySelector('form')) return;
  const form = h(
    'form',
    { class: 'link-form', 'data-editing': '', onsubmit: save },
    h('input', {
      class: 'field',
      name: 'url',
      type: 'url',
      required: true,
      'aria-label': 'Address',
      placeholder: 'https://…',
    }),
    h('input', { class: 'field', name: 'title', required: true, 'aria-label': 'Title', placeholder: 'Title' }),
    h('button', { class: 'button primary' }, 'Add'),
    h('button', { type: 'button', class: 'button subtle', onclick: close }, 'Cancel'),
  );
  place.append(form);
  form.elements.url.focus();

  async function save(event) {
    event.preventDefault();
    const { url, title } = Object.fromEntries(new FormData(form));
    if (await attempt('add the link', () => createAttachment({ issueId: id, url, title }))) close();
  }

  function close() {
    form.remove();
    refresh();
  }
}
