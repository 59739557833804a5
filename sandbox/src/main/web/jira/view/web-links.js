import { h } from '../../shared/dom.js';

/** The remote links, such as its Linear twin. Nothing is shown where there are none, as in Jira. */
export function webLinks(links) {
  if (links.length === 0) return null;
  return [
    h('h2', { class: 'section-title' }, 'Web links'),
    h(
      'ul',
      { class: 'web-links' },
      links.map(({ object }) =>
        h(
          'li',
          {},
          h('span', { class: 'link-mark', 'aria-hidden': 'true' }, '↗'),
          safe(object.url)
            ? h('a', { href: object.url, rel: 'noreferrer' }, object.title)
            : h('span', {}, object.title),
          object.summary && h('span', { class: 'quiet' }, object.summary),
        ),
      ),
    ),
  ];
}

function safe(url) {
  return /^https?:\/\//.test(url ?? '');
}
