/**
 * The host half of AP.request: a REST call as the signed-in person, to this site only.
 * https://developer.atlassian.com/cloud/jira/platform/jsapi/request/
 */
export async function request(call) {
  const url = new URL(call.url, location.origin);
  if (url.origin !== location.origin || !url.pathname.startsWith('/rest/')) return refused(call.url);
  const response = await fetch(url, {
    method: call.type ?? 'GET',
    body: call.data,
    headers: { 'content-type': call.contentType ?? 'application/json', ...call.headers },
  });
  return {
    body: await response.text(),
    status: response.status,
    statusText: response.statusText,
    ok: response.ok,
    headers: Object.fromEntries(response.headers),
  };
}
request.returnsPromise = true;

function refused(url) {
  const body = JSON.stringify({ errorMessages: [`AP.request reaches this site's /rest/ only, not ${url}`] });
  return { body, status: 400, statusText: 'Bad Request', ok: false, headers: {} };
}
