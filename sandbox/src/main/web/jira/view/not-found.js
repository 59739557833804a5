import { h } from '../../shared/dom.js';

/** What a person sees where a view could not be opened: Jira's own words, and a way on. */
export function notFound(error) {
  return {
    title: 'Not found',
    element: h(
      'div',
      { class: 'empty', role: 'alert' },
      h('h1', {}, 'This page cannot be shown'),
      h('p', {}, error.message),
      h(
        'p',
        {},
        'The issue or project may not exist, or you may not see it. ',
        h('a', { href: '/projects' }, 'All projects'),
      ),
    ),
  };
}
