// Runs before the first paint, so that a dark page never flashes light. The genuine Connect host reads
// these two attributes and hands every change of them on to the apps' iframes.
(() => {
  const stored = localStorage.getItem('sandbox-theme');
  const dark = stored ? stored === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  const root = document.documentElement;
  root.dataset.theme = 'light:light dark:dark spacing:spacing shape:shape typography:typography';
  root.dataset.colorMode = dark ? 'dark' : 'light';
})();
