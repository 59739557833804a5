import { type FlagSpec, type HostBridge, type HostContext, Unreachable } from './bridge';
import { broughtAlong } from './brought';
import { type Client, connectClient, isClientKnown } from './client';
import { recallColours } from './colours';
import { call, callForFile } from './http';
import { keepHeight } from './height';
import { placeOf } from './place';
import { saveAs } from './saveAs';

const HOST_ANSWERS_WITHIN_MILLIS = 10_000;
/** Its page cannot get a token then, and does not say so. Not at once: whatever runs on this machine still answers. */
const OFFLINE_HOST_ANSWERS_WITHIN_MILLIS = 1_500;
const NO_PICTURE_AFTER_MILLIS = 500;

/** True in an iframe with Connect's client library, all.js, loaded or named. */
export function isConnect(): boolean {
  return window.parent !== window && isClientKnown();
}

/**
 * Turns a callback of the host into a promise. The promise form of AP gives `undefined` where the host
 * did not mark its method, and a host that lacks the method never calls back: hence the deadline, which
 * holds for its client, too.
 */
function ask<T>(client: Client, question: (callback: (answer: T) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const patience = navigator.onLine ? HOST_ANSWERS_WITHIN_MILLIS : OFFLINE_HOST_ANSWERS_WITHIN_MILLIS;
    const silence = setTimeout(() => reject(new Unreachable('Jira did not answer')), patience);
    client.use(() => question((answer) => {
      clearTimeout(silence);
      resolve(answer);
    }));
  });
}

/** Nothing can be shown before it is known where: where the page does not say so, the client is needed at once. */
async function context(client: Client, place: unknown): Promise<HostContext> {
  if (place !== undefined) return placeOf('connect', place);
  client.load();
  const { jira } = await ask<{ jira?: unknown }>(client, (answer) => AP.context.getContext(answer));
  return placeOf('connect', jira);
}

function flag(client: Client, spec: FlagSpec): { close(): void } {
  let shown: { close(): void } | undefined;
  client.use(() => {
    shown = AP.flag.create({
      title: spec.title,
      body: spec.description ?? '',
      type: spec.kind,
      close: spec.kind === 'error' ? 'manual' : 'auto',
      actions: spec.action === undefined ? {} : { [spec.id]: spec.action.text },
    });
    if (spec.action !== undefined) onFlagAction(spec.id, spec.action.run);
  });
  return { close: () => client.use(() => shown?.close()) };
}

function onFlagAction(id: string, run: () => void): void {
  const listener = (event: unknown) => {
    if ((event as { actionIdentifier?: string }).actionIdentifier !== id) return;
    AP.events.off('flag.action', listener);
    run();
  };
  AP.events.on('flag.action', listener);
}

function onChanged(client: Client, callback: () => void): () => void {
  // The name is the one of Jira's own front end; a host that does not know it never calls.
  client.use(() => AP.events.on('JIRA_ISSUE_CHANGED', callback));
  return () => client.use(() => AP.events.off('JIRA_ISSUE_CHANGED', callback));
}

/** The client is held back until the first picture was drawn: it is when the second begins. A frame that nobody sees is never drawn. */
function afterFirstPicture(then: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(then)));
  setTimeout(then, NO_PICTURE_AFTER_MILLIS);
}

/** The end for a Connect iframe: https://developer.atlassian.com/cloud/jira/platform/about-the-connect-javascript-api/ */
export function createConnectBridge(): HostBridge {
  const client = connectClient();
  const { place, answer } = broughtAlong();
  /** A token lives for minutes, the panel for hours: asked for again with each call. */
  const authorization = async (): Promise<string> =>
    `JWT ${await ask<string>(client, (token) => AP.context.getToken(token))}`;
  return {
    context: () => context(client, place),
    startTheming: async () => {
      recallColours();
      client.use(() => AP.theming.initializeTheming());
    },
    known: answer,
    shown: () => afterFirstPicture(client.load),
    api: async (request) => call(request, await authorization(), (path, init) => fetch(path, init)),
    // A plain link would carry no token, and a token in an address ends up in logs.
    download: async ({ path, fileName }) =>
      saveAs(fileName, await callForFile(path, await authorization(), (it, init) => fetch(it, init))),
    flag: (spec) => flag(client, spec),
    onChanged: (callback) => onChanged(client, callback),
    fitHeight: (element) => keepHeight(element, (height) => client.use(() => AP.resize('100%', `${height}px`))),
    openIssue: (issueKey) => client.use(() => AP.navigator.go('issue', { issueKey })),
    refreshIssue: () => client.use(() => AP.jira.refreshIssuePage()),
  };
}
