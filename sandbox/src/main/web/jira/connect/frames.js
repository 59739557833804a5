import { h } from '../../shared/dom.js';
import { api } from '../rest.js';
import { stand } from './host.js';

/** The apps' modules at a location (`issue`, `project`, `dashboard`, `admin`): `{addon_key, key, title, url, options}`. */
export async function appLinks(location, { issueKey, projectKey }) {
  const query = new URLSearchParams({ location, ...(issueKey && { issueKey }), ...(projectKey && { projectKey }) });
  return api.get(`/sandbox/frames?${query}`).catch(() => []);
}

/**
 * The places of an issue's apps: panels under the description (jiraIssueContents) and collapsible ones in
 * the right column (jiraIssueContexts). The iframes load when `start` is called, once both are on the page.
 */
export async function framePanels(issue) {
  const project = issue.fields.project;
  const frames = await appLinks('issue', { issueKey: issue.key, projectKey: project.key });
  const panels = frames.map((frame) => ({ frame, place: h('div', { class: 'frame-place' }) }));
  const beside = ({ frame }) => frame.options.moduleType === 'jiraIssueContexts';
  return {
    below: h('div', { class: 'panels' }, panels.filter((panel) => !beside(panel)).map(section)),
    beside: h('div', { class: 'panels' }, panels.filter(beside).map(fold)),
    start: () => {
      stand({
        issue: { id: issue.id, key: issue.key, issuetype: { id: issue.fields.issuetype.id } },
        project: { id: project.id, key: project.key },
      });
      panels.forEach(({ frame, place }) => run(frame, place));
    },
  };
}

/** Runs one module over the whole width of its place, as project and admin pages are shown. */
export function fullPage(frame, context) {
  const place = h('div', { class: 'frame-place full' });
  return {
    place,
    start: () => {
      stand(context);
      run({ ...frame, options: { ...frame.options, isFullPage: true } }, place);
    },
  };
}

/** Runs one module as an item of a dashboard. */
export function gadget(frame) {
  const place = h('div', { class: 'frame-place' });
  return { place, start: () => run(frame, place) };
}

function section({ frame, place }) {
  return h(
    'section',
    { class: 'panel', 'aria-label': frame.title },
    h('h2', { class: 'section-title' }, frame.title),
    place,
  );
}

function fold({ frame, place }) {
  const stored = `panel:${frame.addon_key}:${frame.key}`;
  return h(
    'details',
    {
      class: 'fold',
      open: localStorage.getItem(stored) !== 'closed',
      ontoggle: (event) => localStorage.setItem(stored, event.target.open ? 'open' : 'closed'),
    },
    h('summary', {}, frame.title),
    place,
  );
}

function run(frame, place) {
  const container = connectHost.create(frame);
  place.replaceChildren(container[0] ?? container);
  const iframe = place.querySelector('iframe');
  if (iframe) iframe.title = frame.title;
}

connectHost.onIframeTimeout(({ extension }) => {
  const frame = document.getElementById(extension.id);
  frame
    ?.closest('.frame-place')
    ?.prepend(
      h(
        'p',
        { class: 'frame-silent', role: 'status' },
        `${extension.addon_key} has not answered yet. If the app is down, its panel comes back when you reload this page.`,
      ),
    );
});
