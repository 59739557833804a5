import '@atlaskit/css-reset';
import 'virtual:tokens.css';
import './shell.css';
import { type ReactElement, StrictMode, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import type { HostBridge, HostContext } from '../host/bridge';
import { findHost } from '../host/find';
import { panelElement } from '../host/place';
import { Notice } from './Notice';

/** Draws a panel into the page: finds the host, follows its theme, keeps the frame as tall as the panel. */
export async function start(
  panel: (bridge: HostBridge, context: HostContext) => ReactElement,
  host: () => Promise<HostBridge> = findHost,
): Promise<void> {
  const element = panelElement();
  const root = createRoot(element);
  try {
    const bridge = await host();
    bridge.fitHeight(element);
    // A panel in the wrong colours is better than none.
    await bridge.startTheming().catch((failure: unknown) => console.warn('the host gives no theme', failure));
    const context = await bridge.context();
    root.render(<StrictMode><Shown tell={bridge.shown} />{panel(bridge, context)}</StrictMode>);
  } catch (failure) {
    console.error('Tandem could not start this panel', failure);
    root.render(
      <Notice kind="error" title="Tandem could not open here">
        Jira did not tell this panel where it stands. Nothing was changed. Reload the page.
      </Notice>,
    );
  }
}

/** Tells the host that the first picture is there. */
function Shown({ tell }: { tell: HostBridge['shown'] }) {
  useEffect(() => void tell?.(), [tell]);
  return null;
}
