// Linear's own client against the sandbox's Linear: what the SDK cannot read, the sandbox got wrong.
// Environment: LINEAR_API_URL, LINEAR_API_KEY, LINEAR_ACCESS_TOKEN, LINEAR_FEW_KEY (a key with few requests left).
import assert from "node:assert/strict";
import {
  AuthenticationLinearError,
  ForbiddenLinearError,
  InvalidInputLinearError,
  LinearClient,
  PaginationSortOrder,
  RatelimitedLinearError,
} from "@linear/sdk";
import { watchWebhooks } from "./webhooks.mjs";

const apiUrl = process.env.LINEAR_API_URL;
const linear = new LinearClient({ apiKey: process.env.LINEAR_API_KEY, apiUrl });
let steps = 0;
let failures = 0;

async function step(name, work) {
  steps += 1;
  try {
    return await work();
  } catch (error) {
    failures += 1;
    console.log(`FAILED ${name}: ${error?.message ?? error}`);
    return undefined;
  }
}

const viewer = await step("viewer", async () => {
  const me = await linear.viewer;
  assert.equal(me.admin, true);
  return me;
});
await step("organization", async () => assert.ok((await linear.organization).urlKey));
await step("users", async () => assert.ok((await linear.users()).nodes.some((user) => user.isMe)));
const team = await step("teams", async () => (await linear.teams()).nodes[0]);
const states = await step("states of the team", async () => (await team.states()).nodes);
await step("workflow states", async () => assert.ok((await linear.workflowStates({ first: 2 })).pageInfo.hasNextPage));

const group = await step("create a label group", async () => {
  const made = await linear.createIssueLabel({ name: "Budget", isGroup: true, teamId: team.id });
  return made.issueLabel;
});
const labels = await step("create labels of the group", async () => {
  const names = ["features", "system-health"];
  return Promise.all(
    names.map(async (name) => (await linear.createIssueLabel({ name, parentId: group.id, teamId: team.id })).issueLabel),
  );
});
await step("children of the group", async () => assert.equal((await group.children()).nodes.length, 2));
await step("labels by filter", async () => {
  const found = await linear.issueLabels({ filter: { parent: { id: { eq: group.id } }, name: { in: ["features"] } } });
  assert.equal(found.nodes[0].id, labels[0].id);
});
await step("a reserved name is refused", () =>
  assert.rejects(linear.createIssueLabel({ name: "status" }), InvalidInputLinearError));

const ownId = "0b9e2d6c-58a1-4f6e-9c7a-1f2e3d4c5b6a";
const issue = await step("create an issue with an id of our own", async () => {
  const made = await linear.createIssue({
    id: ownId,
    title: "Card is charged twice",
    teamId: team.id,
    description: "- once\n- _twice_",
  });
  assert.equal(made.success, true);
  return made.issue;
});
await step("the issue as it was saved", async () => {
  const read = await linear.issue(ownId);
  assert.equal(read.description, "* once\n* *twice*");
  assert.equal((await read.state).type, "backlog");
  assert.equal((await read.creator).id, viewer.id);
});
await step("the same id a second time", () =>
  assert.rejects(linear.createIssue({ id: ownId, title: "Again", teamId: team.id }), InvalidInputLinearError));
await step("not found", () =>
  assert.rejects(linear.issue("00000000-0000-4000-8000-000000000000"), InvalidInputLinearError));
await step("put a label on", async () => {
  await linear.updateIssue(ownId, { addedLabelIds: [labels[0].id] });
  assert.deepEqual((await linear.issue(ownId)).labelIds, [labels[0].id]);
});
await step("a second label of the group is refused", () =>
  assert.rejects(linear.issueAddLabel(ownId, labels[1].id), /not exclusive/));
await step("take a label off", async () => {
  await linear.issueRemoveLabel(ownId, labels[0].id);
  assert.deepEqual((await linear.issue(ownId)).labelIds, []);
});
await step("clear by null", async () => {
  await linear.updateIssue(ownId, { description: null, stateId: states.find((s) => s.type === "started").id });
  const read = await linear.issue(ownId);
  assert.equal(read.description ?? null, null);
  assert.ok(read.startedAt);
});
await step("labels of the issue", async () => assert.equal((await (await linear.issue(ownId)).labels()).nodes.length, 0));

const comment = await step("comment", async () => (await linear.createComment({ issueId: ownId, body: "Seen **today**" })).comment);
await step("comments of the issue", async () => {
  assert.equal((await (await linear.issue(ownId)).comments()).nodes[0].id, comment.id);
});
await step("edit and delete a comment", async () => {
  await linear.updateComment(comment.id, { body: "Seen yesterday" });
  assert.ok((await linear.comment({ id: comment.id })).editedAt);
  assert.equal((await linear.deleteComment(comment.id)).success, true);
});

const jiraUrl = "http://localhost:8090/browse/SHOP-7";
await step("an attachment is one by its url", async () => {
  const first = await linear.createAttachment({ issueId: ownId, url: jiraUrl, title: "SHOP-7", metadata: { key: "SHOP-7" } });
  const second = await linear.createAttachment({ issueId: ownId, url: jiraUrl, title: "SHOP-7 again" });
  assert.equal((await first.attachment).id, (await second.attachment).id);
});
await step("attachments for a url", async () => {
  const found = await linear.attachmentsForURL(jiraUrl);
  assert.equal(found.nodes[0].title, "SHOP-7 again");
  assert.equal((await found.nodes[0].issue).id, ownId);
});
await step("issues by attachment", async () => {
  const found = await linear.issues({ filter: { attachments: { url: { eq: jiraUrl } } } });
  assert.deepEqual(found.nodes.map((each) => each.id), [ownId]);
});

const document = await step("create a document on the issue", async () => {
  const made = await linear.createDocument({ title: "Decision: retry", content: "## Context\n\n- slow", issueId: ownId });
  return made.document;
});
await step("the document leads back", async () => {
  const read = await linear.document(document.id);
  assert.equal(read.content, "## Context\n\n* slow");
  assert.equal((await read.issue).id, ownId);
});
await step("update and find the document", async () => {
  await linear.updateDocument(document.id, { title: "Decision: retry once" });
  const found = await linear.documents({ filter: { issue: { id: { eq: ownId } } } });
  assert.equal(found.nodes[0].title, "Decision: retry once");
});
await step("delete the document", async () => assert.equal((await linear.deleteDocument(document.id)).success, true));

await step("pages, ascending", async () => {
  const since = new Date();
  for (let i = 0; i < 5; i += 1) await linear.createIssue({ title: `Page ${i}`, teamId: team.id });
  let page = await linear.issues({
    first: 2,
    filter: { updatedAt: { gte: since } },
    sort: [{ updatedAt: { order: PaginationSortOrder.Ascending } }],
    includeArchived: true,
  });
  while (page.pageInfo.hasNextPage) page = await page.fetchNext();
  const titles = page.nodes.map((each) => each.title);
  assert.equal(new Set(titles).size, 5);
  const moments = page.nodes.map((each) => each.updatedAt.getTime());
  assert.deepEqual(moments, [...moments].sort((a, b) => a - b));
});
await step("archive and bring back", async () => {
  await linear.archiveIssue(ownId);
  assert.ok((await linear.issue(ownId)).archivedAt);
  await linear.unarchiveIssue(ownId);
  assert.equal((await linear.issue(ownId)).archivedAt ?? null, null);
});
await step("delete", async () => {
  await linear.deleteIssue(ownId);
  assert.equal((await linear.issue(ownId)).trashed, true);
});

await step("rate limit status", async () => assert.equal((await linear.rateLimitStatus).limits.length, 2));
await step("rate limited", async () => {
  const few = new LinearClient({ apiKey: process.env.LINEAR_FEW_KEY, apiUrl: process.env.LINEAR_FEW_URL });
  await few.viewer;
  await assert.rejects(few.viewer, (error) => {
    assert.ok(error instanceof RatelimitedLinearError);
    assert.equal(error.requestsRemaining, 0);
    assert.ok(error.requestsResetAt > Date.now());
    return true;
  });
});
await step("nobody", () =>
  assert.rejects(new LinearClient({ apiKey: "lin_api_wrong", apiUrl }).viewer, AuthenticationLinearError));
await step("an OAuth token", async () => {
  const granted = new LinearClient({ accessToken: process.env.LINEAR_ACCESS_TOKEN, apiUrl });
  assert.equal((await granted.viewer).id, viewer.id);
  await assert.rejects(granted.createIssue({ title: "No scope", teamId: team.id }), ForbiddenLinearError);
});

await watchWebhooks({ linear, team, step });

console.log(`linear sdk: ${steps} steps, ${failures} failures`);
process.exit(failures === 0 ? 0 : 1);
