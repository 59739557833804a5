import { h } from '../../shared/dom.js';
import { appLinks, fullPage } from '../connect/frames.js';
import { api } from '../rest.js';

/** An app's page in a project (jiraProjectPages). */
export async function projectAppView([projectKey, addonKey, moduleKey]) {
  const { id, key, name } = await api.get(`/project/${encodeURIComponent(projectKey)}`);
  const frame = await found('project', { projectKey }, addonKey, moduleKey);
  return view(frame, { project: { id, key } }, { project: { key, name }, place: moduleKey });
}

/** An app's page for administrators (adminPages, configurePage, postInstallPage). */
export async function adminAppView([addonKey, moduleKey]) {
  const frame = await found('admin', {}, addonKey, moduleKey);
  return view(frame, {}, { place: `admin:${moduleKey}` });
}

/** The page itself is the app's alone: its name stands in the navigation beside it (assumed). */
function view(frame, context, rest) {
  const { place, start } = fullPage(frame, context);
  const element = h('section', { 'aria-label': frame.title }, place);
  return { title: frame.title, element, shown: start, ...rest };
}

async function found(location, where, addonKey, moduleKey) {
  const frames = await appLinks(location, where);
  const frame = frames.find((each) => each.addon_key === addonKey && each.key === moduleKey);
  if (!frame) throw new Error(`The app ${addonKey} has no page "${moduleKey}" here.`);
  return frame;
}
