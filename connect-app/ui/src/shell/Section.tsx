import { type ReactNode, useId } from 'react';

/** One part of a panel, with its heading. `busy` while what is shown is only a placeholder. */
export function Section({ title, busy, children }: { title: string; busy: boolean; children: ReactNode }) {
  const id = useId();
  return (
    <section className="section" aria-labelledby={id} aria-busy={busy}>
      <h2 className="section-title" id={id}>{title}</h2>
      {children}
    </section>
  );
}
