// What the genuine Connect host expects to find on a Jira page before it loads: AUI's jQuery,
// escape function and stack of layers (empty: dialogs are this page's own), and a module loader that it
// only asks for its analytics, which go nowhere here.
window.AJS = {
  $: window.jQuery,
  escapeHtml: (text) => Object.assign(document.createElement('i'), { textContent: text }).innerHTML,
  LayerManager: { global: { getTopLayer: () => undefined } },
};
window.require = () => ({ emitGasV3() {} });
