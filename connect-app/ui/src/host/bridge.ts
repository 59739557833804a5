/**
 * The only door between a panel and the page that embeds it. Panels know nothing of Connect or of
 * Forge: they get a {@link HostBridge} and work the same behind each of its three ends.
 */

/** Which page stands around us: a Connect iframe, a Forge Custom UI frame, or a page of our own. */
export type HostKind = 'connect' | 'forge' | 'local';

/** Where the panel stands. The issue is absent on project and admin pages. */
export interface HostContext {
  readonly kind: HostKind;
  readonly moduleKey: string;
  readonly issueId?: string;
  readonly issueKey?: string;
  readonly projectId?: string;
  readonly projectKey?: string;
  /** BCP 47, for instance `en-GB`. */
  readonly locale: string;
  /** IANA, for instance `Europe/Berlin`. */
  readonly timeZone: string;
}

/** One call of Tandem's own backend. */
export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Absolute path, for instance `/api/panel/issues/10001/budget`. */
  readonly path: string;
  readonly body?: unknown;
  /** The ETag that the write builds on; the backend answers 409 or 412 when there is a newer one. */
  readonly ifMatch?: string;
}

export interface ApiResponse {
  readonly status: number;
  readonly etag?: string;
  /** Parsed JSON, or undefined when the answer had no body. Untrusted: parse it before use. */
  readonly body: unknown;
}

/** The backend answered, and refused. */
export class ApiError extends Error {
  constructor(
    /** 400 to 599. */
    readonly status: number,
    /** The body of the answer: a problem document (RFC 9457) if it came from Tandem itself. */
    readonly body: unknown,
  ) {
    super(`the backend answered ${status}`);
  }
}

/** There was no answer: no network, a timeout, or a host page that stays silent. It may have arrived. */
export class Unreachable extends Error {}

export interface FlagSpec {
  readonly id: string;
  readonly kind: 'info' | 'success' | 'warning' | 'error';
  readonly title: string;
  readonly description?: string;
  readonly action?: { readonly text: string; run(): void };
}

/** A file that the backend makes. */
export interface FileRequest {
  /** Absolute path, for instance `/api/project/SHOP/decisions/export?format=csv`. Read with GET. */
  readonly path: string;
  /** What the file is called on the person's disk. */
  readonly fileName: string;
}

export interface HostBridge {
  context(): Promise<HostContext>;
  /** Follows the host's light or dark theme as soon as it is known. No panel sets a theme by itself. */
  startTheming(): Promise<void>;
  /** @throws ApiError on 4xx and 5xx, Unreachable when there was no answer within 10 to 25 seconds. */
  api(request: ApiRequest): Promise<ApiResponse>;
  /** The answer to a GET that the page brought along, as good as one just given; absent where a page brings nothing. */
  known?(path: string): ApiResponse | undefined;
  /** To be told once something is on show: what the host does not need for that is begun then. */
  shown?(): void;
  /**
   * Hands a file to the browser, which saves it as it does every download. Absent where the host lets
   * no file through: then say so, and offer no button.
   *
   * @throws ApiError on 4xx and 5xx, Unreachable when there was no whole answer within a minute.
   */
  download?(file: FileRequest): Promise<void>;
  /** Shows a message in the host page. Errors stay until they are closed. */
  flag(spec: FlagSpec): { close(): void };
  /** Calls back when the host says that the issue changed; may never happen. Gives the way to stop. */
  onChanged(callback: () => void): () => void;
  /** Keeps the frame as tall as the element. Gives the way to stop. */
  fitHeight(element: HTMLElement): () => void;
  openIssue(key: string): void;
  /** Asks the host to read the issue again after we wrote one of its fields. */
  refreshIssue(): void;
}
