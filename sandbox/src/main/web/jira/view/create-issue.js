import { freshId, h } from '../../shared/dom.js';
import { attempt } from '../../shared/flags.js';
import { api } from '../rest.js';
import { fromPlainText } from '../adf.js';

/** The button that opens the form for a new issue of this project. */
export function createIssue(project) {
  return h('button', { type: 'button', class: 'button primary', onclick: () => form(project) }, 'Create');
}

async function form(project) {
  const types = (project.issueTypes ?? []).filter((type) => !type.subtask);
  const dialog = h(
    'dialog',
    { class: 'dialog', 'aria-label': 'Create issue', onclose: () => dialog.remove() },
    h(
      'form',
      {
        method: 'dialog',
        onsubmit: (event) => {
          event.preventDefault();
          create(project, event.target);
        },
      },
      h('h2', {}, 'Create issue'),
      labelled(
        'Type',
        h(
          'select',
          { class: 'field', name: 'type' },
          types.map((type) => h('option', { value: type.id }, type.name)),
        ),
      ),
      labelled('Summary', h('input', { class: 'field', name: 'summary', required: true, maxlength: '255' })),
      labelled('Description', h('textarea', { class: 'field', name: 'description', rows: '5' })),
      h(
        'div',
        { class: 'row dialog-buttons' },
        h('button', { class: 'button primary' }, 'Create'),
        h('button', { type: 'button', class: 'button subtle', onclick: () => dialog.close() }, 'Cancel'),
      ),
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
}

async function create(project, element) {
  const { type, summary, description } = Object.fromEntries(new FormData(element));
  await attempt('create the issue', async () => {
    const fields = { project: { key: project.key }, issuetype: { id: type }, summary: summary.trim() };
    if (description.trim()) fields.description = fromPlainText(description);
    const { key } = await api.post('/issue', { fields });
    location.assign(`/browse/${key}`);
  });
}

function labelled(name, control) {
  control.id = freshId('field');
  return h('div', { class: 'labelled' }, h('label', { for: control.id }, name), control);
}
