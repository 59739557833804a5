/**
 * AP.navigator: where an app may send the person, by Jira's names for its places.
 * https://developer.atlassian.com/cloud/jira/platform/jsapi/navigator/
 */
export function navigator(answer, context) {
  return {
    go: (target, where) => {
      const to = address(target, where ?? {});
      if (to) location.assign(to);
      else console.warn(`AP.navigator.go: the sandbox has no place "${target}"`);
    },
    reload: () => location.reload(),
    getLocation: answer(() => {
      const { issue, project } = context();
      if (issue) return { target: 'issue', context: { issueKey: issue.key, projectKey: project.key } };
      return {
        target: 'site',
        context: { relativeUrl: location.pathname, ...(project && { projectKey: project.key }) },
      };
    }),
  };
}

function address(target, where) {
  if (target === 'issue') return `/browse/${encodeURIComponent(where.issueKey)}`;
  if (target === 'dashboard') return `/jira/dashboards/${encodeURIComponent(where.dashboardId ?? '')}`;
  if (target === 'projectAdminSummary' || target === 'project')
    return `/projects/${encodeURIComponent(where.projectKey)}/issues`;
  if (target === 'addonModule')
    return `/admin/apps/${encodeURIComponent(where.addonKey)}/${encodeURIComponent(where.moduleKey)}`;
  if (target === 'site') return site(where);
  return null;
}

function site({ relativeUrl, absoluteUrl }) {
  const to = new URL(absoluteUrl ?? relativeUrl ?? '/', location.href);
  return ['http:', 'https:'].includes(to.protocol) ? to.href : null;
}
