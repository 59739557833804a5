import { Component, type ReactNode } from 'react';
import { Notice } from '../shell/Notice';

interface KeptProps {
  what: string;
  children: ReactNode;
}

/**
 * Keeps a tab's failure in the tab. A chunk that cannot be loaded (no network, or a newer Tandem has taken
 * its place on the server) is the usual one: React remembers it, so that only a reload helps.
 */
export class Kept extends Component<KeptProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError = () => ({ failed: true });

  override componentDidCatch(failure: unknown): void {
    console.error('a tab of the project page could not be drawn', failure);
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <Notice kind="error" title="This part of the page could not be loaded">
        So {this.props.what} cannot be shown here. The other tabs work. Reload the page to try again.
      </Notice>
    );
  }
}
