import { Component, type ReactNode } from 'react';

interface FaceBoundaryProps {
  /** Shown instead of a face that failed. */
  readonly fallback: ReactNode;
  /** A new value tries again. */
  readonly retryOn: unknown;
  readonly children: ReactNode;
}

interface FaceBoundaryState {
  readonly failedOn: unknown;
  readonly hasFailed: boolean;
}

/** Keeps a face that cannot be drawn from taking the canvas with it. */
export class FaceBoundary extends Component<FaceBoundaryProps, FaceBoundaryState> {
  override state: FaceBoundaryState = { failedOn: undefined, hasFailed: false };

  static getDerivedStateFromError(): Partial<FaceBoundaryState> {
    return { hasFailed: true };
  }

  static getDerivedStateFromProps(
    { retryOn }: FaceBoundaryProps,
    { hasFailed, failedOn }: FaceBoundaryState,
  ): FaceBoundaryState | null {
    if (!hasFailed) return { failedOn: retryOn, hasFailed };
    return failedOn === retryOn ? null : { failedOn: retryOn, hasFailed: false };
  }

  override render(): ReactNode {
    return this.state.hasFailed ? this.props.fallback : this.props.children;
  }
}
