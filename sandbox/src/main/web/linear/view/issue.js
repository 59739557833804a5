import { h, live } from '../../shared/dom.js';
import { attempt } from '../../shared/flags.js';
import { inlineEdit } from '../../shared/inline-edit.js';
import { ago } from '../../shared/time.js';
import { updateIssue } from '../changes.js';
import { wholeIssue } from '../queries.js';
import { attachments } from './attachments.js';
import { commentForm, comments } from './comments.js';
import { documents } from './documents.js';
import { labels } from './labels.js';
import { markdown } from './markdown.js';
import { state } from './state.js';

/** One issue: text, documents and comments in the middle, state and labels at the side; everything editable. */
export async function issueView(identifier, space) {
  const issue = await wholeIssue(identifier);
  const context = { id: issue.id, teamId: issue.team.id, unfolded: new Set(), refresh };
  const parts = sections(context);
  const show = (now) => Object.values(parts).forEach((part) => part.show(now));
  show(issue);
  const element = h(
    'article',
    { class: 'issue', 'aria-label': issue.identifier },
    h(
      'div',
      { class: 'issue-body' },
      parts.title.element,
      parts.description.element,
      parts.attachments.element,
      parts.documents.element,
      parts.comments.element,
      commentForm(context),
    ),
    h(
      'aside',
      { class: 'properties', 'aria-label': 'Properties' },
      parts.state.element,
      parts.labels.element,
      parts.facts.element,
    ),
  );
  const heading = [
    h('a', { href: `/${space.urlKey}/team/${issue.team.key}/active` }, issue.team.name),
    h('span', { class: 'quiet', 'aria-hidden': 'true' }, '›'),
    h('strong', {}, issue.identifier),
  ];
  return { title: `${issue.identifier} ${issue.title}`, heading, element, team: issue.team.id, refresh };

  async function refresh() {
    show(await wholeIssue(issue.id));
  }
}

/** A part is an element and `show(issue)`, which draws it again only if what it shows has changed. */
function sections(context) {
  const part = (element, pick, draw) => {
    const redraw = live(element, (value) => draw(value, context));
    return { element, show: (issue) => redraw(pick(issue)) };
  };
  return {
    title: part(h('div', {}), (issue) => issue.title, title),
    description: part(h('section', { 'aria-label': 'Description' }), (issue) => issue.description, description),
    attachments: part(h('section', { 'aria-label': 'Links' }), (issue) => issue.attachments.nodes, attachments),
    documents: part(h('section', { 'aria-label': 'Documents' }), (issue) => issue.documents.nodes, documents),
    comments: part(h('section', { 'aria-label': 'Comments' }), (issue) => issue.comments.nodes, comments),
    state: part(h('div', { class: 'property' }), (issue) => issue.state, state),
    labels: part(h('div', { class: 'property' }), (issue) => issue.labels.nodes, labels),
    facts: part(
      h('div', { class: 'property quiet' }),
      ({ assignee, creator, createdAt, updatedAt }) => ({ assignee, creator, createdAt, updatedAt }),
      facts,
    ),
  };
}

function title(text, { id, refresh }) {
  return inlineEdit({
    name: 'title',
    value: text,
    key: 'title',
    view: h('h1', { class: 'issue-title' }, text),
    save: (now) =>
      attempt('save the title', () => updateIssue(id, { title: now.trim() }).then(() => queueMicrotask(refresh))),
  });
}

function description(text, { id, refresh }) {
  const view = text ? markdown(text) : h('p', { class: 'quiet' }, 'Add a description…');
  return inlineEdit({
    name: 'description',
    value: text ?? '',
    key: 'description',
    long: true,
    view,
    save: (now) =>
      attempt('save the description', () =>
        updateIssue(id, { description: now || null }).then(() => queueMicrotask(refresh)),
      ),
  });
}

function facts({ assignee, creator, createdAt, updatedAt }) {
  return [
    h('p', {}, `Assignee: ${assignee?.name ?? 'nobody'}`),
    h('p', {}, `Created by ${creator?.name ?? 'an app'} `, ago(createdAt)),
    h('p', {}, 'Updated ', ago(updatedAt)),
  ];
}
