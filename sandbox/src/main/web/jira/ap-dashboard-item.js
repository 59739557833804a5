// The client half of a dashboard item's menu, as Jira appends it to its all.js. The host half is in connect/dashboard.js.
// https://developer.atlassian.com/cloud/jira/platform/modules/dashboard-item/
(() => {
  if (!AP.jira) return; // a page that no host has opened
  let listener = () => {};
  AP.register({ jira_dashboard_item_edit: () => listener() });
  const DashboardItem = { onDashboardItemEdit: (called) => (listener = called) };
  AP.jira.DashboardItem = AP._hostModules.jira.DashboardItem = DashboardItem;
})();
