import { Component, type ReactNode } from 'react';
import { BrokenPanel } from './BrokenPanel';

interface Props {
  /** What a person calls the panel. */
  readonly name: string;
  readonly children: ReactNode;
}

interface State {
  readonly error: Error | null;
}

/** Keeps a fault inside its panel: the rest of the page works on, and the panel says what broke. */
export class PanelBoundary extends Component<Props, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <BrokenPanel name={this.props.name} error={error} onReload={() => this.setState({ error: null })} />
    );
  }
}
