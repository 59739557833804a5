// This module may only be imported where a Forge host is known to be there: @forge/bridge throws
// while it is being loaded otherwise.
import { events, invokeRemote, router, showFlag, view } from '@forge/bridge';
import {
  ApiError,
  type ApiRequest,
  type ApiResponse,
  type FlagSpec,
  type HostBridge,
  type HostContext,
  Unreachable,
} from './bridge';
import { placeOf } from './place';

async function context(): Promise<HostContext> {
  const given = await view.getContext();
  return {
    ...placeOf('forge', given.extension),
    moduleKey: given.moduleKey,
    locale: given.locale.replace('_', '-'),
    timeZone: given.timezone,
  };
}

/** Header names come back in any case. */
function etagOf(headers: Record<string, string[]>): { etag?: string } {
  const values = Object.entries(headers).find(([name]) => name.toLowerCase() === 'etag')?.[1];
  const etag = Array.isArray(values) ? values[0] : values;
  return etag === undefined ? {} : { etag };
}

/** The backend is the app's remote; Forge gives up after 25 seconds and cannot be told to stop sooner. */
async function api(request: ApiRequest): Promise<ApiResponse> {
  const answer = await invokeRemote({
    path: request.path,
    method: request.method,
    headers: { Accept: 'application/json', ...(request.ifMatch === undefined ? {} : { 'If-Match': request.ifMatch }) },
    ...(request.body === undefined ? {} : { body: request.body }),
  }).catch((cause: unknown) => {
    throw new Unreachable('the backend did not answer', { cause });
  });
  if (answer.status >= 400) throw new ApiError(answer.status, answer.body);
  return { status: answer.status, body: answer.body, ...etagOf(answer.headers) };
}

function flag(spec: FlagSpec): { close(): void } {
  const shown = showFlag({
    id: spec.id,
    title: spec.title,
    type: spec.kind,
    isAutoDismiss: spec.kind !== 'error',
    ...(spec.description === undefined ? {} : { description: spec.description }),
    ...(spec.action === undefined ? {} : { actions: [{ text: spec.action.text, onClick: spec.action.run }] }),
  });
  return { close: () => void shown.close() };
}

function onChanged(callback: () => void): () => void {
  const subscription = events.on('JIRA_ISSUE_CHANGED', callback);
  return () => void subscription.then((it) => it.unsubscribe());
}

/** The end for a Forge Custom UI frame: https://developer.atlassian.com/platform/forge/custom-ui-bridge/bridge/ */
export function createForgeBridge(): HostBridge {
  return {
    context,
    startTheming: () => view.theme.enable(),
    api,
    // No `download`: the frame would allow it, but invokeRemote hands over parsed JSON and requestRemote
    // text, and a zip survives neither. A link to the backend is no way out: it would carry no token.
    flag,
    onChanged,
    fitHeight: () => () => undefined, // Forge measures the frame by itself.
    openIssue: (key) => void router.navigate(`/browse/${encodeURIComponent(key)}`),
    refreshIssue: () => void view.refresh(),
  };
}
