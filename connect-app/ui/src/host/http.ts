import { ApiError, type ApiRequest, type ApiResponse, Unreachable } from './bridge';

const TIMEOUT_MILLIS = 10_000;
/** A file is made of a whole project, and may be megabytes on a slow line. */
const FILE_TIMEOUT_MILLIS = 60_000;

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
  const { response, content } = await answerTo(() => asked(request, authorization, fetch), (it) => it.text());
  const body = parsed(content);
  if (response.status >= 400) throw new ApiError(response.status, body);
  const etag = response.headers.get('ETag');
  return { status: response.status, body, ...(etag === null ? {} : { etag }) };
}

/** Reads a file from the backend that served this page, byte for byte. */
export async function callForFile(path: string, authorization: string | null, fetch: Fetch): Promise<Blob> {
  const { response, content } = await answerTo(
    () => fetch(path, {
      headers: authorization === null ? {} : { Authorization: authorization },
      cache: 'no-store',
      credentials: 'omit',
      signal: AbortSignal.timeout(FILE_TIMEOUT_MILLIS),
    }),
    (it) => it.blob(),
  );
  if (response.status >= 400) throw new ApiError(response.status, parsed(await content.text()));
  return content;
}

const asked = (request: ApiRequest, authorization: string | null, fetch: Fetch): Promise<Response> =>
  fetch(request.path, {
    method: request.method,
    headers: headersOf(request, authorization),
    cache: 'no-store',
    credentials: 'omit',
    signal: AbortSignal.timeout(TIMEOUT_MILLIS),
    ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
  });

async function answerTo<T>(ask: () => Promise<Response>, read: (response: Response) => Promise<T>) {
  try {
    const response = await ask();
    return { response, content: await read(response) };
  } catch (cause) {
    throw new Unreachable('the backend did not answer', { cause });
  }
}
