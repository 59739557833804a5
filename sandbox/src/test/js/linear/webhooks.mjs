// Linear's own webhook client takes what the sandbox signs, and refuses what somebody changed.
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import { LinearWebhookClient } from "@linear/sdk/webhooks";

const secret = "a-secret-of-the-test";

function sign(body) {
  return createHmac("sha256", secret).update(body).digest("hex");
}

async function post(url, body, signature) {
  const answer = await fetch(url, { method: "POST", body, headers: { "linear-signature": signature } });
  return answer.status;
}

/** Starts the vendor's handler; keeps the raw bodies that arrive beside what the handler made of them. */
async function listen() {
  const handler = new LinearWebhookClient(secret).createHandler();
  const events = [];
  const raw = [];
  let heard = () => {};
  handler.on("*", (event) => {
    events.push(event);
    heard();
  });
  const server = createServer((request, response) => {
    const chunks = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => raw.push(Buffer.concat(chunks).toString()));
    return handler(request, response);
  });
  await new Promise((resolve) => server.listen(0, "localhost", resolve));
  const url = `http://localhost:${server.address().port}/`;
  const next = () =>
    new Promise((resolve, reject) => {
      heard = resolve;
      setTimeout(() => reject(new Error("no webhook within ten seconds")), 10_000).unref();
    });
  return { server, url, events, raw, next };
}

export async function watchWebhooks({ linear, team, step }) {
  const receiver = await listen();
  const hook = await step("create a webhook", async () => {
    const made = await linear.createWebhook({ url: receiver.url, secret, teamId: team.id, resourceTypes: ["Issue"] });
    return made.webhook;
  });
  await step("the webhook client takes a signed event", async () => {
    const heard = receiver.next();
    await linear.createIssue({ title: "Heard", teamId: team.id });
    await heard;
    assert.equal(receiver.events[0].action, "create");
    assert.equal(receiver.events[0].type, "Issue");
    assert.equal(receiver.events[0].data.title, "Heard");
    assert.equal(receiver.events[0].data.team.key, team.key);
  });
  await step("the webhook client takes the same bytes again", async () => {
    assert.equal(await post(receiver.url, receiver.raw[0], sign(receiver.raw[0])), 200);
  });
  await step("the webhook client refuses changed bytes", async () => {
    const tampered = receiver.raw[0].replace("Heard", "Herd!");
    assert.equal(await post(receiver.url, tampered, sign(receiver.raw[0])), 400);
  });
  await step("the webhook client refuses an old event", async () => {
    const old = JSON.stringify({ ...JSON.parse(receiver.raw[0]), webhookTimestamp: Date.now() - 61_000 });
    assert.equal(await post(receiver.url, old, sign(old)), 400);
  });
  await step("list, switch off and delete the webhook", async () => {
    assert.ok((await linear.webhooks()).nodes.some((each) => each.id === hook.id));
    await linear.updateWebhook(hook.id, { enabled: false });
    assert.equal((await linear.webhook(hook.id)).enabled, false);
    assert.equal((await linear.deleteWebhook(hook.id)).success, true);
  });
  receiver.server.close();
}
