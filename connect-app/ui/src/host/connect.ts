import { type FlagSpec, type HostBridge, type HostContext, Unreachable } from './bridge';
import { call, callForFile } from './http';
import { keepHeight } from './height';
import { placeOf } from './place';
import { saveAs } from './saveAs';

const HOST_ANSWERS_WITHIN_MILLIS = 10_000;

/** True in an iframe with Connect's client library, all.js, loaded. */
export function isConnect(): boolean {
  return window.parent !== window && typeof AP !== 'undefined' && typeof AP.context?.getToken === 'function';
}

/**
 * Turns a callback of the host into a promise. The promise form of AP gives `undefined` where the host
 * did not mark its method, and a host that lacks the method never calls back: hence the deadline.
 */
function ask<T>(question: (callback: (answer: T) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const silence = setTimeout(() => reject(new Unreachable('Jira did not answer')), HOST_ANSWERS_WITHIN_MILLIS);
    question((answer) => {
      clearTimeout(silence);
      resolve(answer);
    });
  });
}

async function context(): Promise<HostContext> {
  const { jira } = await ask<{ jira?: unknown }>((answer) => AP.context.getContext(answer));
  return placeOf('connect', jira);
}

function flag(spec: FlagSpec): { close(): void } {
  const shown = AP.flag.create({
    title: spec.title,
    body: spec.description ?? '',
    type: spec.kind,
    close: spec.kind === 'error' ? 'manual' : 'auto',
    actions: spec.action === undefined ? {} : { [spec.id]: spec.action.text },
  });
  if (spec.action !== undefined) onFlagAction(spec.id, spec.action.run);
  return shown;
}

function onFlagAction(id: string, run: () => void): void {
  const listener = (event: unknown) => {
    if ((event as { actionIdentifier?: string }).actionIdentifier !== id) return;
    AP.events.off('flag.action', listener);
    run();
  };
  AP.events.on('flag.action', listener);
}

function onChanged(callback: () => void): () => void {
  // The name is the one of Jira's own front end; a host that does not know it never calls.
  AP.events.on('JIRA_ISSUE_CHANGED', callback);
  return () => AP.events.off('JIRA_ISSUE_CHANGED', callback);
}

/** A token lives for minutes, the panel for hours: asked for again with each call. */
const authorization = async (): Promise<string> => `JWT ${await ask<string>((answer) => AP.context.getToken(answer))}`;

/** The end for a Connect iframe: https://developer.atlassian.com/cloud/jira/platform/about-the-connect-javascript-api/ */
export function createConnectBridge(): HostBridge {
  return {
    context,
    startTheming: async () => AP.theming.initializeTheming(),
    api: async (request) => call(request, await authorization(), (path, init) => fetch(path, init)),
    // A plain link would carry no token, and a token in an address ends up in logs.
    download: async ({ path, fileName }) =>
      saveAs(fileName, await callForFile(path, await authorization(), (it, init) => fetch(it, init))),
    flag,
    onChanged,
    fitHeight: (element) => keepHeight(element, (height) => AP.resize('100%', `${height}px`)),
    openIssue: (issueKey) => AP.navigator.go('issue', { issueKey }),
    refreshIssue: () => AP.jira.refreshIssuePage(),
  };
}
