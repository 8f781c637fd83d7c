import { Component, type ReactNode } from 'react';
import { useView } from '#ui/store/viewStore';
import { BrokenPanel } from './BrokenPanel';

interface Props {
  /** What a person calls the panel. */
  readonly name: string;
  /** For what lies over the page and so has no place of its own to say that it broke. */
  readonly isFloating?: boolean;
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
      <BrokenPanel
        name={this.props.name}
        error={error}
        isFloating={this.props.isFloating === true}
        onReload={() => {
          // What broke may break again at once when it comes back by itself.
          if (this.props.isFloating === true) useView.getState().closeDialog();
          this.setState({ error: null });
        }}
      />
    );
  }
}
