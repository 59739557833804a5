// The client half of AP.request, as Jira appends it to its all.js: the package holds the bridge but
// not this call. The host half is the module "_request" of the sandbox's page (connect/host.js).
// https://developer.atlassian.com/cloud/jira/platform/jsapi/request/
AP.request = function request(url, options) {
  const { success, error, ...call } = typeof url === 'string' ? { ...options, url } : { ...url };
  const answer = AP._request.request(call).then((response) => {
    const xhr = { status: response.status, statusText: response.statusText, responseText: response.body };
    xhr.getResponseHeader = (name) => response.headers[name.toLowerCase()] ?? null;
    if (response.ok) {
      success?.(response.body, response.statusText, xhr);
      return { body: response.body, xhr };
    }
    error?.(xhr, response.statusText, response.body);
    throw { xhr, err: response.body };
  });
  answer.catch(() => {}); // a caller that only gave callbacks handles no promise
  return answer;
};
