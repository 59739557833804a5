/** Connect's client library, all.js: it runs in the page already, or the page names where it is. */
export interface Client {
  /** Runs it, if that was not begun yet. To be called once something is on show, or when nothing can be without it. */
  load(): void;
  /** Calls at once where it is there, else as soon as it is. */
  use(call: () => void): void;
}

const AGAIN_MILLIS = 5_000;

/** By this the page names the library. The browser fetches it, after all else, and does not run it yet. */
const named = (): HTMLLinkElement | null => document.querySelector<HTMLLinkElement>('link#connect-client');

const isThere = (): boolean => typeof AP !== 'undefined' && typeof AP.context?.getToken === 'function';

export const isClientKnown = (): boolean => isThere() || named() !== null;

/** Running it costs a slow machine a tenth of a second in which nothing can be drawn: hence not before the first picture. */
function createClient(): Client {
  let waiting: (() => void)[] = [];
  let begun = false;

  const arrived = (): void => {
    const calls = waiting;
    waiting = [];
    calls.forEach((call) => call());
  };
  const load = (): void => {
    const link = named();
    if (begun || isThere() || link === null) return;
    begun = true;
    const script = document.createElement('script');
    script.src = link.href;
    script.onload = arrived;
    script.onerror = () => {
      begun = false;
      setTimeout(load, AGAIN_MILLIS);
    };
    document.head.append(script);
  };
  return { load, use: (call) => (isThere() ? call() : void waiting.push(call)) };
}

const clients = new WeakMap<object, Client>();

/** The page's one client: it is run once, whoever asks. */
export function connectClient(): Client {
  const page = named() ?? document;
  const client = clients.get(page) ?? createClient();
  clients.set(page, client);
  return client;
}
