/**
 * Jira's REST API v3 as the signed-in person: the very calls that a client outside could make, with the
 * page's cookie. Refusals become an Error whose message is Jira's own words.
 */
export const api = {
  get: (path) => call('GET', path),
  post: (path, body) => call('POST', path, body),
  put: (path, body) => call('PUT', path, body),
  remove: (path, body) => call('DELETE', path, body),
};

async function call(method, path, body) {
  const url = path.startsWith('/sandbox/') ? path : `/rest/api/3${path}`;
  const init = { method, headers: { accept: 'application/json' }, cache: 'no-store' };
  if (body !== undefined) {
    init.headers['content-type'] = 'application/json';
    init.body = JSON.stringify(body);
  }
  const response = await fetch(url, init).catch(() => {
    throw new Error('The sandbox did not answer. Check that it still runs, then try again.');
  });
  const text = await response.text();
  if (!response.ok) throw Object.assign(new Error(words(text, response)), { status: response.status });
  return text ? parsed(text) : null;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function words(text, response) {
  const said = parsed(text) ?? {};
  const lines = [...(said.errorMessages ?? []), ...Object.values(said.errors ?? {}), said.message, said.error];
  const line = lines.filter((each) => typeof each === 'string' && each).join(' ');
  return line || `Jira answered ${response.status} without saying why.`;
}

/** Every page of a JQL search, at most `most` issues; `complete` is false if there were more. */
export async function search(jql, fields, most = 500) {
  const issues = [];
  let token;
  do {
    const page = await api.post('/search/jql', {
      jql,
      fields,
      maxResults: 100,
      ...(token && { nextPageToken: token }),
    });
    issues.push(...page.issues);
    token = page.nextPageToken;
  } while (token && issues.length < most);
  return { issues: issues.slice(0, most), complete: !token };
}
