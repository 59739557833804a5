import { h } from '../../shared/dom.js';
import { flag } from '../../shared/flags.js';
import { appModule } from './module.js';

// The product's half of AP.dialog: the host hands over what the app asked for, this shows it modally.
// https://developer.atlassian.com/cloud/jira/platform/jsapi/dialog/

const ESCAPE = 27;
let open = null;

// The page does not hear Escape while the focus is in the iframe; the app's client tells of it.
connectHost.onIframeEstablished(({ extension }) => {
  if (extension.id !== open?.frame || extension.options.preventDialogCloseOnEscape) return;
  connectHost.onKeyEvent(extension.id, ESCAPE, [], () => open?.element.close());
});

export const dialogs = {
  create: async (options, extension) => {
    const frame = await appModule(extension.addon_key, extension.key);
    if (!frame) {
      flag({
        type: 'error',
        title: 'The app asked for a dialog that it does not have',
        body: `No module "${extension.key}" in ${extension.addon_key}.`,
      });
      return;
    }
    show(options, {
      ...extension,
      url: frame.url,
      title: frame.title,
      options: {
        ...frame.options,
        ...extension.options,
        dialogId: options.id,
        isDialog: true,
        callbackExtensionId: extension.callback_extension_id,
      },
    });
  },
  close: () => open?.element.close(),
  isActiveDialog: (addonKey) => open?.addonKey === addonKey,
  createButton: (button) => open?.buttons.append(drawn(button)),
  setButtonDisabled: (id, disabled) => {
    const found = button(id);
    if (found) found.disabled = disabled;
  },
  isButtonDisabled: (id) => Boolean(button(id)?.disabled),
  toggleButton: (id) => {
    const found = button(id);
    if (found) found.disabled = !found.disabled;
  },
  setButtonHidden: (id, hidden) => {
    const found = button(id);
    if (found) found.hidden = hidden;
  },
  isButtonHidden: (id) => Boolean(button(id)?.hidden),
};

function show(options, extension) {
  const { iframeAttributes } = connectHost.createExtension(extension);
  const buttons = h('div', { class: 'row dialog-buttons' }, (options.actions ?? []).map(drawn));
  const title = options.header || extension.title;
  const element = h(
    'dialog',
    {
      class: `dialog app-dialog ${options.size ?? 'medium'}`,
      'aria-label': title,
      onclose: forget,
      oncancel: (event) => extension.options.preventDialogCloseOnEscape && event.preventDefault(),
    },
    options.chrome && h('h2', {}, title),
    h('iframe', { ...iframeAttributes, title }),
    options.chrome && buttons,
  );
  if (options.width) element.style.width = options.width;
  if (options.height) element.style.height = options.height;
  open = { element, buttons, addonKey: extension.addon_key, frame: iframeAttributes.id };
  document.body.append(element);
  element.showModal();
}

function forget(event) {
  event.target.remove();
  open = null;
}

function drawn({ identifier, name, text, disabled, hidden, onClick }) {
  return h(
    'button',
    {
      type: 'button',
      class: identifier === 'submit' ? 'button primary' : 'button',
      'data-identifier': identifier ?? name,
      disabled,
      hidden,
      onclick: onClick,
    },
    text,
  );
}

function button(identifier) {
  return open?.buttons.querySelector(`[data-identifier="${CSS.escape(identifier)}"]`);
}
