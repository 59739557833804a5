// What Jira's dashboard gives its items: a title, and who may configure them.
// https://developer.atlassian.com/cloud/jira/platform/jsapi/jira/

/** AP.jira for dashboard items; a frame that stands elsewhere has no card, and nothing happens. */
export function dashboardItem(answer) {
  return {
    setDashboardItemTitle: (title, callback) => {
      const heading = card(callback._context)?.querySelector('.gadget-title');
      if (heading) heading.textContent = title;
    },
    isDashboardItemEditable: answer((caller) => card(caller)?.querySelector('.gadget-menu') != null),
  };
}

function card({ extension_id: id }) {
  return document.getElementById(id)?.closest('.gadget');
}

/** Tells an item that the person wants to configure it. The event's name is the one that the vendor's client knows. */
export function configure({ addon_key, key }) {
  connectHost.broadcastEvent('jira_dashboard_item_edit', { addon_key, key });
}
