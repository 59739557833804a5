import { h } from '../../shared/dom.js';

// HTML inside the Markdown is shown as text (html: false), and markdown-it itself refuses links that run
// scripts: what it renders is safe to put on the page.
const renderer = window.markdownit({ html: false, linkify: true, breaks: false });

/** Markdown as a person reads it. */
export function markdown(text) {
  const element = h('div', { class: 'prose' });
  element.innerHTML = renderer.render(text ?? '');
  return element;
}
