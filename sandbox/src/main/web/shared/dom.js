/**
 * Builds one element. Children are nodes or text; null, undefined and false are left out. Text always
 * becomes a text node: nothing here parses HTML, so a value from a tracker cannot become markup.
 */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props ?? {})) set(element, name, value);
  element.append(...flat(children));
  return element;
}

function set(element, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
  else if (name === 'value') element.value = value;
  else element.setAttribute(name, value === true ? '' : value);
}

function flat(children) {
  return children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false);
}

/** Text for people who cannot see the icon or the layout that says the same. */
export function hidden(text) {
  return h('span', { class: 'visually-hidden' }, text);
}

let lastId = 0;

/** An id that no other element of this page has; for labels and descriptions. */
export function freshId(stem) {
  lastId += 1;
  return `${stem}-${lastId}`;
}

/**
 * Keeps one element in step with a value: `draw(value)` gives its children anew when the value changed,
 * but never while somebody edits inside ([data-editing]); the skipped value is drawn at the next call.
 * A control that held the focus gets it back if its successor carries the same data-key.
 */
export function live(element, draw) {
  let shown;
  return (value) => {
    const now = JSON.stringify(value);
    if (now === shown || element.querySelector('[data-editing]')) return;
    shown = now;
    const focused = element.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    element.replaceChildren(...flat([draw(value)]));
    if (focused) element.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  };
}
