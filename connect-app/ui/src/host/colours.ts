const KEY = 'tandem.colours';
const DARK = 'dark';
const THEME = 'light:light dark:dark spacing:spacing typography:typography shape:shape motion:motion';

/** A storage that is shut remembers nothing, silently. */
function stored<T>(use: (storage: Storage) => T): T | null {
  try {
    return use(window.localStorage);
  } catch {
    return null;
  }
}

/** The document in our own themes, in the light or the dark one. */
export function wear(mode: 'light' | 'dark'): void {
  const { dataset } = document.documentElement;
  dataset['theme'] = THEME;
  dataset['colorMode'] = mode;
}

/**
 * Begins in the dark where the host was dark the last time: what it is now is only known when Connect's client runs,
 * which changes these attributes, or takes them away, by itself. From then on it is what is remembered.
 */
export function recallColours(): void {
  const html = document.documentElement;
  if (html.dataset['colorMode'] === undefined && stored((it) => it.getItem(KEY)) === DARK) wear(DARK);
  new MutationObserver(() => {
    const isDark = html.dataset['colorMode'] === DARK;
    stored((it) => (isDark ? it.setItem(KEY, DARK) : it.removeItem(KEY)));
  }).observe(html, { attributeFilter: ['data-color-mode'] });
}
