import type { ReactNode } from 'react';

/** The frame of every panel. Jira draws the title above it, so ours is for screen readers only. */
export function Panel({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="panel">
      <h1 className="visually-hidden">{title}</h1>
      {children}
    </div>
  );
}
