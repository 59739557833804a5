import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { tokensCss } from '../../build/tokens.mts';

const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** A host page at localhost and a backend at 127.0.0.1, in one server: two origins, no internet. */
export interface Site {
  readonly host: string;
  /** What the backend answers about the issue's budget from now on. */
  answer: unknown;
  /** The Authorization header of each call of the backend. */
  readonly seen: (string | undefined)[];
  close(): void;
}

interface Chunk { readonly file: string; readonly css?: string[]; readonly imports?: string[] }

/** The page as the server writes it, see README. */
function panelPage(built: string): string {
  const manifest = JSON.parse(readFileSync(join(built, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>;
  const entry = manifest['tradeoff.html']!;
  const chunks = [entry, ...(entry.imports ?? []).map((key) => manifest[key]!)];
  const styles = chunks.flatMap(({ css }) => css ?? []).map((file) => `<link rel="stylesheet" href="/ui/${file}">`);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Tradeoffs</title>${styles.join('')}
    <script type="module" src="/ui/${entry.file}"></script>
    <link rel="preload" as="script" fetchpriority="low" href="/node_modules/atlassian-connect-js/dist/iframe.js" id="connect-client"></head>
    <body><main id="panel" data-module-key="tandem-tradeoff"></main>
    <script type="application/json" id="brought-along">${JSON.stringify({ place: PLACE, answers: [] })}</script></body></html>`;
}

const PLACE = { issue: { id: '10001', key: 'SHOP-1' }, project: { id: '10', key: 'SHOP' } };

/** A viewer's answer about an issue on which nobody wrote anything yet. */
const NOTHING_WRITTEN = { issue: { id: '10001', key: 'SHOP-1' }, me: 'ada', mayEdit: false, document: null, unreadable: null, project: {}, twin: null, decisions: [] };

/** Where Connect's client gets its theme sheets from, wherever it was loaded from itself. */
export const CDN = 'https://connect-cdn.atl-paas.net';

const policy = (origin: string): string =>
  `default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline' ${CDN}; img-src 'self' data:; connect-src 'self'; `
  + `base-uri 'none'; form-action 'self'; frame-ancestors ${origin}`;

export async function site(built: string, answer: unknown): Promise<Site> {
  const seen: (string | undefined)[] = [];
  const server: Server = createServer((request, response) => respond(request, response));
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const host = `http://localhost:${(server.address() as AddressInfo).port}`;
  const it: Site = { host, answer, seen, close: () => void server.close() };

  function respond(request: IncomingMessage, response: ServerResponse): void {
    const path = new URL(request.url!, host).pathname;
    if (path === '/api/panel/issues/10001/budget') {
      seen.push(request.headers.authorization);
      response.setHeader('Content-Type', 'application/json').end(JSON.stringify(it.answer));
    } else if (path === '/api/panel/issues/10001/tradeoff') {
      seen.push(request.headers.authorization);
      response.setHeader('ETag', '"1"').setHeader('Content-Type', 'application/json').end(JSON.stringify(NOTHING_WRITTEN));
    } else if (path === '/panel/tradeoff') {
      response.setHeader('Content-Security-Policy', policy(host));
      response.setHeader('Content-Type', 'text/html').end(panelPage(built));
    } else if (path === '/tokens.css') {
      response.setHeader('Content-Type', 'text/css').end(tokensCss());
    } else {
      response.setHeader('Content-Type', TYPES[extname(path)] ?? 'text/plain').end(readFileSync(fileOf(path)));
    }
  }

  const fileOf = (path: string): string => {
    if (path === '/host.html') return 'test/jira/host.html';
    return path.startsWith('/ui/') ? join(built, path.slice('/ui/'.length)) : `.${path}`;
  };
  return it;
}
