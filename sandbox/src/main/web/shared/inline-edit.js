import { h } from './dom.js';

/**
 * A text that turns into a field where it stands: on click, or Enter on its button. Enter (Ctrl+Enter in
 * a long text) or Save keeps it, Escape gives it up. If `save` fails the person's text stays in the field.
 *
 * @param view what is shown while nobody edits
 * @param save async (text) => whether it was kept
 */
export function inlineEdit({ name, value, view, save, long = false, key, readOnly = false }) {
  const holder = h('div', { class: 'inline-edit' });
  const show = () => {
    holder.removeAttribute('data-editing');
    holder.replaceChildren(
      view,
      ...(readOnly
        ? []
        : [
            h('button', {
              type: 'button',
              class: 'inline-edit-start',
              'aria-label': `Edit ${name}`,
              'data-key': key,
              onclick: edit,
            }),
          ]),
    );
  };

  function edit() {
    holder.dataset.editing = '';
    const field = long
      ? h('textarea', { class: 'field', rows: '8', 'aria-label': name, value })
      : h('input', { class: 'field', 'aria-label': name, value });
    field.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') leave();
      if (event.key === 'Enter' && (!long || event.ctrlKey || event.metaKey)) keep(field);
    });
    holder.replaceChildren(
      field,
      h(
        'div',
        { class: 'row' },
        h('button', { type: 'button', class: 'button primary', onclick: () => keep(field) }, 'Save'),
        h('button', { type: 'button', class: 'button subtle', onclick: leave }, 'Cancel'),
      ),
    );
    field.focus();
    if (!long) field.select();
  }

  async function keep(field) {
    if (field.value === value) return leave();
    if (await save(field.value)) show();
    return undefined;
  }

  function leave() {
    show();
    holder.querySelector('.inline-edit-start')?.focus();
  }

  show();
  return holder;
}
