import { freshId, h } from '../../shared/dom.js';
import { attempt } from '../../shared/flags.js';
import { api } from '../rest.js';
import { labelMark } from './marks.js';

/** The labels, each with a button to take it off, and a field with suggestions to put one on. */
export function labelsField(labels, context) {
  const { may } = context;
  if (!may.EDIT_ISSUES)
    return h('span', { class: 'labels' }, labels.length ? labels.map((each) => labelMark(each)) : 'None');
  const holder = h('div', { class: 'labels', 'data-labels': '' });
  const start = h(
    'button',
    {
      type: 'button',
      class: 'button subtle icon',
      'aria-label': 'Add a label',
      'data-key': 'add-label',
      onclick: () => open(holder, labels, context),
    },
    '+',
  );
  holder.append(...labels.map((label) => labelMark(label, removal(label, context))), start);
  return holder;
}

function removal(label, context) {
  return h(
    'button',
    {
      type: 'button',
      class: 'label-remove',
      'aria-label': `Remove label ${label}`,
      'data-key': `label-${label}`,
      onclick: () => write(context, 'remove', label),
    },
    '×',
  );
}

async function open(holder, labels, context) {
  const list = h('datalist', { id: freshId('labels') });
  const field = h('input', {
    class: 'field label-field',
    list: list.id,
    'aria-label': 'New label',
    placeholder: 'Type a label, then Enter',
  });
  const form = h(
    'form',
    {
      'data-editing': '',
      onsubmit: (event) => {
        event.preventDefault();
        add(form, field, context);
      },
    },
    field,
    list,
  );
  field.addEventListener('keydown', (event) => event.key === 'Escape' && leave(form, context));
  field.addEventListener('blur', () => field.value.trim() || shut(form, context));
  holder.append(form);
  field.focus();
  const known = await api.get('/label?maxResults=1000').catch(() => ({ values: [] }));
  list.append(...known.values.filter((label) => !labels.includes(label)).map((value) => h('option', { value })));
}

async function add(form, field, context) {
  const label = field.value.trim();
  if (/\s/.test(label)) {
    field.setCustomValidity('A Jira label holds no spaces.');
    field.reportValidity();
    field.addEventListener('input', () => field.setCustomValidity(''), { once: true });
  } else if (label && (await write(context, 'add', label))) leave(form, context);
}

/** Back to the button that opened the field. */
function leave(form, context) {
  form.parentElement.querySelector('[data-key=add-label]').focus();
  shut(form, context);
}

function shut(form, { refresh }) {
  form.remove();
  refresh();
}

function write({ key, refresh }, operation, label) {
  return attempt(`${operation} the label ${label}`, async () => {
    await api.put(`/issue/${key}`, { update: { labels: [{ [operation]: label }] } });
    await refresh();
  });
}
