import { type ComponentType, useEffect, useState } from 'react';

/** A part of the page with a file of its own. */
export interface Loaded<P> {
  (props: P): JSX.Element;
  /** Loads it before it is needed; repeats cost nothing. */
  soon(): void;
}

/**
 * A part of the page that is loaded when it is first used. Where that fails (no network, a new version of the app) it
 * says so, and is asked for again when it is opened again.
 */
export function loaded<P extends object>(load: () => Promise<ComponentType<P>>): Loaded<P> {
  let known: ComponentType<P> | null = null;
  const learn = async (): Promise<ComponentType<P>> => (known ??= await load());

  function Part(props: P) {
    const [Known, setKnown] = useState<ComponentType<P> | null>(() => known);
    const [failed, setFailed] = useState(false);
    useEffect(() => {
      if (Known === null) learn().then((it) => setKnown(() => it), () => setFailed(true));
    }, []);
    if (Known !== null) return <Known {...props} />;
    return failed
      ? <p className="failed" role="alert">This part could not be loaded: there is no connection, or Tandem was just updated. Reload the page.</p>
      : <p className="quiet form-bone" aria-busy="true">Opening…</p>;
  }
  return Object.assign(Part, { soon: () => void learn().catch(() => undefined) });
}
