import { ApiError, type ApiRequest, type ApiResponse, Unreachable } from './bridge';

const TIMEOUT_MILLIS = 10_000;

/** As much of the browser's fetch as is needed here. */
export type Fetch = (path: string, init: RequestInit) => Promise<Response>;

function headersOf(request: ApiRequest, authorization: string | null): Record<string, string> {
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (authorization !== null) headers['Authorization'] = authorization;
  if (request.body !== undefined) headers['Content-Type'] = 'application/json';
  if (request.ifMatch !== undefined) headers['If-Match'] = request.ifMatch;
  return headers;
}

/** What is no JSON (a proxy's error page) is no body. */
function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Calls the backend that served this page. No cookies: the header is the whole authorization. */
export async function call(request: ApiRequest, authorization: string | null, fetch: Fetch): Promise<ApiResponse> {
  const { status, etag, text } = await answerTo(request, authorization, fetch);
  const body = parsed(text);
  if (status >= 400) throw new ApiError(status, body);
  return { status, body, ...(etag === null ? {} : { etag }) };
}

async function answerTo(request: ApiRequest, authorization: string | null, fetch: Fetch) {
  try {
    const response = await fetch(request.path, {
      method: request.method,
      headers: headersOf(request, authorization),
      cache: 'no-store',
      credentials: 'omit',
      signal: AbortSignal.timeout(TIMEOUT_MILLIS),
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
    });
    return { status: response.status, etag: response.headers.get('ETag'), text: await response.text() };
  } catch (cause) {
    throw new Unreachable('the backend did not answer', { cause });
  }
}
