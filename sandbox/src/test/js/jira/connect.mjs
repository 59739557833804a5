// jira.js 5.4.0 signs its calls as a Connect app does: iss, iat, exp and the query hash.
import { Version3Client } from 'jira.js-5';
import { steps } from './steps.mjs';

const client = (secret) => new Version3Client({
  host: process.env.JIRA_URL,
  authentication: { jwt: { issuer: 'tiny', secret, expiryTimeSeconds: 180 } },
});
const app = client(process.env.JIRA_SECRET);
const { step, equal, finish } = steps('jira.js 5.4.0, Connect JWT');
const status = (call) => call.then(() => 200, (error) => error?.response?.status ?? error?.status);

await step('myself is the app', async () => equal((await app.myself.getCurrentUser()).accountType, 'app'));
await step('a query with spaces, quotes and signs', async () => {
  const found = await app.issueSearch.searchForIssuesUsingJqlEnhancedSearch({
    jql: 'project = SHOP AND labels in ("budget:features", web) AND summary ~ "a*b & c~d"', fields: ['labels', 'summary'] });
  equal(found.issues.length, 1);
});
await step('search by POST', async () => {
  const found = await app.issueSearch.searchForIssuesUsingJqlEnhancedSearchPost({ jql: 'project = SHOP', fields: ['labels'] });
  equal(found.issues.length, 1);
});
await step('edit labels', () => app.issues.editIssue({ issueIdOrKey: 'SHOP-1', update: { labels: [{ add: 'x' }] } }));
await step('read it', async () => equal((await app.issues.getIssue({ issueIdOrKey: 'SHOP-1', fields: ['labels'] })).fields.labels.length, 3));
await step('a property whose key has a dot', () => app.issueProperties.setIssueProperty({
  issueIdOrKey: 'SHOP-1', propertyKey: 'tandem.decision.1', propertyValue: { v: 1 } }));
await step('bulk fetch', async () => equal((await app.issues.bulkFetchIssues({ issueIdsOrKeys: ['SHOP-1'] })).issues.length, 1));
await step('remote link', () => app.issueRemoteLinks.createOrUpdateRemoteIssueLink({
  issueIdOrKey: 'SHOP-1', globalId: 'linear=1', object: { url: 'http://localhost/CHK-1', title: 'CHK-1' } }));
await step('app property', () => app.appProperties.putAddonProperty({ addonKey: 'tiny', propertyKey: 'state', propertyValue: { a: 1 } }));
await step('permissions', () => app.permissions.getMyPermissions({ permissions: 'EDIT_ISSUES' }));
await step('closed to Connect', async () => equal(await status(app.users.getAllUsers()), 403));
await step('a scope that the app lacks', async () => equal(await status(app.issues.deleteIssue({ issueIdOrKey: 'SHOP-1' })), 403));
await step('a wrong secret', async () => equal(await status(client('x'.repeat(40)).myself.getCurrentUser()), 401));
finish(0);
