import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// What jsdom lacks and Atlaskit or the panels ask for.
if (typeof window !== 'undefined') {
  window.matchMedia ??= (query: string) =>
    Object.assign(new EventTarget(), { matches: false, media: query, onchange: null }) as unknown as MediaQueryList;
  window.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
  // user-event asks for it when it walks through radio buttons.
  window.CSS ??= { escape: (text: string) => text.replaceAll(/[^\w-]/g, '\\$&') } as unknown as typeof CSS;
  // What is loaded when it is first used is compiled then, which takes its time on a busy machine.
  configure({ asyncUtilTimeout: 15_000 });
  afterEach(cleanup);
}
