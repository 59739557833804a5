import { freshId, h, hidden } from './dom.js';

/**
 * A button that opens a list of choices under itself; `name` says what it is for, `label` is what it shows.
 * `choices()` is asked at each opening and may be asynchronous: `{label, hint?, checked?, run}` a row, or
 * `{heading}`. Arrow keys move, Enter chooses, Escape and a click elsewhere close; the focus goes back to
 * the button.
 */
export function menuButton({ label, name, choices, className = 'button', empty = 'Nothing to choose', key }) {
  const id = freshId('menu');
  const button = h(
    'button',
    { type: 'button', class: className, 'aria-haspopup': 'menu', 'aria-expanded': 'false', 'data-key': key },
    hidden(`${name}: `),
    label,
  );
  const holder = h('span', { class: 'menu-holder' }, button);
  const away = (event) => holder.contains(event.target) || close();

  function close() {
    holder.querySelector('[role=menu]')?.remove();
    button.setAttribute('aria-expanded', 'false');
    holder.removeAttribute('data-editing');
    document.removeEventListener('pointerdown', away);
  }

  async function open() {
    const list = await choices();
    const menu = h(
      'div',
      { id, role: 'menu', class: 'menu', 'aria-label': name },
      list.map(row),
      list.length === 0 && h('p', { class: 'menu-empty' }, empty),
    );
    holder.dataset.editing = '';
    holder.append(menu);
    button.setAttribute('aria-expanded', 'true');
    document.addEventListener('pointerdown', away);
    menu.querySelector('button')?.focus();
  }

  function row(choice) {
    if (choice.heading) return h('p', { class: 'menu-heading', role: 'presentation' }, choice.heading);
    const checkable = choice.checked !== undefined;
    const pick = () => {
      close();
      button.focus();
      choice.run();
    };
    return h(
      'button',
      {
        type: 'button',
        role: checkable ? 'menuitemcheckbox' : 'menuitem',
        tabindex: '-1',
        'aria-checked': checkable ? String(choice.checked) : null,
        onclick: pick,
      },
      choice.mark,
      h('span', {}, choice.label),
      choice.hint && h('small', {}, choice.hint),
    );
  }

  button.addEventListener('click', () => (button.getAttribute('aria-expanded') === 'true' ? close() : open()));
  holder.addEventListener('keydown', (event) =>
    steer(event, holder, () => {
      close();
      button.focus();
    }),
  );
  return holder;
}

function steer(event, holder, leave) {
  const rows = [...holder.querySelectorAll('[role=menu] button')];
  if (rows.length === 0) return;
  const at = rows.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
  if (event.key === 'Escape' || event.key === 'Tab') leave();
  if (event.key === 'Escape' || to !== undefined) event.preventDefault();
  if (to !== undefined) rows[(to + rows.length) % rows.length].focus();
}
