import { h } from './dom.js';

const root = document.documentElement;

/** The button that turns the page, and the apps' iframes with it, light or dark. Remembered per browser. */
export function themeSwitch() {
  const button = h('button', { type: 'button', class: 'button subtle', onclick: flip });
  const show = () => {
    const dark = root.dataset.colorMode === 'dark';
    button.textContent = dark ? '☀ Light' : '☾ Dark';
    button.setAttribute('aria-label', dark ? 'Switch to the light theme' : 'Switch to the dark theme');
  };
  new MutationObserver(show).observe(root, { attributeFilter: ['data-color-mode'] });
  show();
  return button;
}

function flip() {
  const next = root.dataset.colorMode === 'dark' ? 'light' : 'dark';
  root.dataset.colorMode = next;
  localStorage.setItem('sandbox-theme', next);
}
