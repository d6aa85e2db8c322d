import { Component, Suspense, type ReactNode } from 'react';

/**
 * One part of a filling. While it is loaded there is nothing, and when it fails there is nothing, too: whoever writes
 * goes on writing.
 */
export class Fill extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? null : <Suspense>{this.props.children}</Suspense>;
  }
}
