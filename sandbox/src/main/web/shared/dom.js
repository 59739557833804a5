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
 * Keeps one element in step with a value: `draw(value)` gives its children anew when the value changed, but
 * not while somebody edits inside ([data-editing]): then it waits until they are done. A control that held
 * the focus gives it to its successor with the same data-key.
 */
export function live(element, draw) {
  let shown;
  let waiting = null;
  const show = (value) => {
    const now = JSON.stringify(value);
    const editing = element.querySelector('[data-editing]');
    waiting = editing ? { value } : null;
    if (now === shown || editing) return;
    shown = now;
    const focused = element.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    element.replaceChildren(...flat([draw(value)]));
    if (focused) element.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  };
  new MutationObserver(() => waiting && show(waiting.value)).observe(element, {
    subtree: true,
    childList: true,
    attributeFilter: ['data-editing'],
  });
  return show;
}
