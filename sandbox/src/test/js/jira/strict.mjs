// jira.js 6.2.0 checks every answer against its own schemas; a mismatch is counted, not hidden.
import { createServer } from 'node:http';
import { createCloudClient } from 'jira.js-6';
import { doc, steps } from './steps.mjs';

const mismatches = [];
const connect = (host, found) => createCloudClient({
  host,
  auth: { type: 'basic', email: 'amara@example.com', apiToken: 'any' },
  onSchemaMismatch: (mismatch) => found.push(mismatch),
});
const client = connect(process.env.JIRA_URL, mismatches);
const { step, equal, finish } = steps('jira.js 6.2.0, strict schemas');
const key = 'SHOP-1';

await step('server', async () => equal((await client.serverInfo.getServerInfo()).deploymentType, 'Cloud'));
const me = await step('myself', () => client.myself.getCurrentUser());
await step('project list', async () => equal((await client.projects.searchProjects({})).total, 1));
await step('project', async () => equal((await client.projects.getProject({ projectIdOrKey: 'SHOP' })).key, 'SHOP'));
await step('project statuses', () => client.projects.getAllStatuses({ projectIdOrKey: 'SHOP' }));
await step('fields', () => client.issueFields.getFields());
await step('field search', () => client.issueFields.getFieldsPaginated({ query: 'sum' }));
await step('issue types', () => client.issueTypes.getIssueAllTypes());
await step('create meta', () => client.issues.getCreateIssueMetaIssueTypes({ projectIdOrKey: 'SHOP' }));
await step('create meta fields', () =>
  client.issues.getCreateIssueMetaIssueTypeId({ projectIdOrKey: 'SHOP', issueTypeId: '10005' }));
await step('create an issue', async () => {
  const made = await client.issues.createIssue({
    fields: { project: { key: 'SHOP' }, issuetype: { name: 'Story' }, summary: 'Pay by card', labels: ['web'],
      description: doc('As a buyer I pay by card.'), assignee: { accountId: me.accountId }, duedate: '2026-12-01' },
    properties: [{ key: 'tandem.summary', value: { v: 1 } }],
  });
  equal(made.key, key);
});
await step('create many', () => client.issues.createIssues({ issueUpdates: [
  { fields: { project: { key: 'SHOP' }, issuetype: { name: 'Bug' }, summary: 'One' } },
  { fields: { project: { key: 'SHOP' }, issuetype: { name: 'Subtask' }, summary: 'Two', parent: { key } } },
] }));
await step('read an issue', async () => {
  const issue = await client.issues.getIssue({ issueIdOrKey: key, properties: ['tandem.summary'] });
  equal(issue.fields.labels.join(), 'web');
});
await step('edit labels', () => client.issues.editIssue({ issueIdOrKey: key,
  update: { labels: [{ add: 'budget:features' }, { remove: 'web' }] } }));
await step('edit and get it back', async () => {
  const issue = await client.issues.editIssue({ issueIdOrKey: key, returnIssue: true, fields: { summary: 'Pay' } });
  equal(issue.fields.summary, 'Pay');
});
await step('changelog', async () => equal((await client.issues.getChangeLogs({ issueIdOrKey: key })).total, 2));
await step('expand', () => client.issues.getIssue({ issueIdOrKey: key, expand: 'names,schema,transitions,changelog' }));
await step('transitions', async () => equal((await client.issues.getTransitions({ issueIdOrKey: key })).transitions.length, 3));
await step('transition', () => client.issues.doTransition({ issueIdOrKey: key, transition: { id: '21' } }));
await step('search by POST, page by page', async () => {
  const found = [];
  let nextPageToken;
  do {
    const page = await client.issueSearch.searchAndReconsileIssuesUsingJqlPost({
      jql: 'project = SHOP ORDER BY key', fields: ['labels', 'updated'], maxResults: 2, ...(nextPageToken && { nextPageToken }) });
    found.push(...page.issues.map((issue) => issue.key));
    nextPageToken = page.nextPageToken;
  } while (nextPageToken);
  equal(found.join(), 'SHOP-1,SHOP-2,SHOP-3');
});
await step('search by GET', () => client.issueSearch.searchAndReconsileIssuesUsingJql({ jql: `key = ${key}` }));
await step('count', () => client.issueSearch.countIssues({ jql: 'labels = "budget:features"' }));
await step('match', () => client.issueSearch.matchIssues({ issueIds: [10000], jqls: ['labels = web'] }));
await step('bulk fetch', async () => {
  const found = await client.issues.bulkFetchIssues({ issueIdsOrKeys: [key, 'SHOP-99'], fields: ['labels'] });
  equal(found.issues.length, 1);
});
await step('set a property', () => client.issueProperties.setIssueProperty({ issueIdOrKey: key, propertyKey: 'p', body: { a: 1 } }));
await step('read a property', async () =>
  equal((await client.issueProperties.getIssueProperty({ issueIdOrKey: key, propertyKey: 'p' })).value.a, 1));
await step('property keys', () => client.issueProperties.getIssuePropertyKeys({ issueIdOrKey: key }));
await step('delete a property', () => client.issueProperties.deleteIssueProperty({ issueIdOrKey: key, propertyKey: 'p' }));
await step('project property', () => client.projectProperties.setProjectProperty({ projectIdOrKey: 'SHOP', propertyKey: 'p', body: { a: 1 } }));
await step('read a project property', () => client.projectProperties.getProjectProperty({ projectIdOrKey: 'SHOP', propertyKey: 'p' }));
const comment = await step('comment', () => client.issueComments.addComment({ issueIdOrKey: key, body: doc('hello') }));
await step('edit a comment', () => client.issueComments.updateComment({ issueIdOrKey: key, id: comment.id, body: { body: doc('bye') } }));
await step('comments', async () => equal((await client.issueComments.getComments({ issueIdOrKey: key })).total, 1));
await step('comments by id', () => client.issueComments.getCommentsByIds({ ids: [Number(comment.id)] }));
await step('comment property', () => client.issueCommentProperties.setCommentProperty({ commentId: comment.id, propertyKey: 'p', body: { a: 1 } }));
await step('delete a comment', () => client.issueComments.deleteComment({ issueIdOrKey: key, id: comment.id }));
const link = { issueIdOrKey: key, globalId: 'linear=1', object: { url: 'http://localhost/CHK-1', title: 'CHK-1' } };
await step('remote link', () => client.issueRemoteLinks.createOrUpdateRemoteIssueLink(link));
await step('the same remote link', () => client.issueRemoteLinks.createOrUpdateRemoteIssueLink(link));
await step('remote links', async () => equal((await client.issueRemoteLinks.getRemoteIssueLinks({ issueIdOrKey: key })).length, 1));
await step('delete a remote link', () => client.issueRemoteLinks.deleteRemoteIssueLinkByGlobalId({ issueIdOrKey: key, globalId: 'linear=1' }));
await step('labels', async () => equal((await client.labels.getAllLabels({})).values.join(), 'budget:features'));
await step('user', () => client.users.getUser({ accountId: me.accountId }));
await step('user search', () => client.userSearch.findUsers({ query: 'mei' }));
await step('my permissions', () => client.permissions.getMyPermissions({ permissions: 'EDIT_ISSUES,ADMINISTER' }));
await step('permission check', () => client.permissions.getBulkPermissions({ globalPermissions: ['ADMINISTER'],
  projectPermissions: [{ permissions: ['EDIT_ISSUES'], projects: [10000], issues: [10000] }] }));
await step('an issue that is not there', async () => {
  const error = await client.issues.getIssue({ issueIdOrKey: 'SHOP-99' }).then(() => null, (failure) => failure);
  equal(error?.status ?? error?.statusCode, 404);
});
await step('delete an issue', () => client.issues.deleteIssue({ issueIdOrKey: 'SHOP-2' }));
await step('a crooked answer would have been noticed', async () => {
  const crooked = createServer((request, response) => response
    .setHeader('content-type', 'application/json').end('{"id": 10000, "key": "SHOP-1", "fields": []}'));
  await new Promise((listening) => crooked.listen(0, '127.0.0.1', listening));
  const found = [];
  await connect(`http://127.0.0.1:${crooked.address().port}`, found).issues.getIssue({ issueIdOrKey: key });
  crooked.close();
  crooked.closeAllConnections();
  equal(found.length, 1);
});

for (const mismatch of mismatches) console.log('MISMATCH', mismatch.message ?? mismatch, JSON.stringify(mismatch.issues ?? mismatch.cause?.issues ?? ''));
finish(mismatches.length);
