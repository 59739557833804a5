import './lozenge.css';
import type { ReactNode } from 'react';

export type LozengeAppearance = 'neutral' | 'information' | 'success' | 'warning' | 'danger' | 'discovery';

interface LozengeProps {
  /** Only underlines what the words say: colour is never the only sign. */
  appearance?: LozengeAppearance;
  /** A few words. What is wider than its place ends in an ellipsis, and is whole in the title. */
  children: string;
}

/**
 * Atlassian's lozenge by its own design tokens. The package's one costs 13 KiB gzipped on every first
 * load for a menu, a badge and a spinner in it that are not used here; this is a span.
 */
export function Lozenge({ appearance = 'neutral', children }: LozengeProps): ReactNode {
  return <span className={`lozenge lozenge-${appearance}`} title={children}>{children}</span>;
}
