import { h } from '../../shared/dom.js';
import { menuButton } from '../../shared/menu.js';
import { configure } from '../connect/dashboard.js';
import { appLinks, gadget } from '../connect/frames.js';
import { api } from '../rest.js';

/** The site's only one. */
const TEAM_DASHBOARD = '10000';

/** A dashboard: a card for each gadget, as jiraDashboardItems are shown. */
export async function dashboardView([id]) {
  const dashboard = await api.get(`/dashboard/${encodeURIComponent(id || TEAM_DASHBOARD)}`);
  const frames = await appLinks('dashboard', {});
  const gadgets = frames.map((frame) => ({ frame, ...gadget(frame) }));
  const element = h(
    'section',
    { 'aria-label': dashboard.name },
    h('h1', { class: 'page-title' }, dashboard.name),
    gadgets.length === 0 ? empty() : h('div', { class: 'gadgets' }, gadgets.map((each) => card(each, dashboard))),
  );
  return { title: dashboard.name, element, shown: () => gadgets.forEach(({ start }) => start()) };
}

function card({ frame, place }, { isWritable }) {
  const title = h('h2', { class: 'gadget-title' }, frame.title);
  const head = h('header', { class: 'gadget-head' }, title, isWritable && frame.configurable && menu(frame));
  return h('article', { class: 'gadget' }, head, place);
}

function menu(frame) {
  const configured = { label: 'Configure', run: () => configure(frame) };
  const button = menuButton({
    label: h('span', { 'aria-hidden': 'true' }, '•••'),
    name: `More actions for ${frame.title}`,
    className: 'button subtle icon',
    choices: () => [configured],
  });
  return h('div', { class: 'gadget-menu end' }, button);
}

function empty() {
  return h(
    'div',
    { class: 'empty' },
    h('h2', {}, 'There is no gadget on this dashboard'),
    h('p', {}, 'The gadgets of an app are here from its installation on.'),
  );
}
