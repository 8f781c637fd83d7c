import type { StateForm } from './AutomatonPicture';

/**
 * What can be done to an automaton in `GraphEditor`. Each call is one gesture of a person: make one new value of it, hand
 * that to your document (which makes it one step of undo), and the next picture shows it. Nothing is kept by the editor
 * but what is chosen; an edit that you refuse simply changes nothing. Optional edits that are left out are not offered.
 */
export interface GraphEdits {
  /**
   * Adds a state and answers its id. The first state of an automaton should become its initial one. `after`: adds at the
   * same time a transition from there, with this label.
   */
  readonly addState: (wanted: {
    readonly label: string;
    readonly parent?: string;
    readonly after?: { readonly from: string; readonly label: string };
  }) => string;
  readonly renameState: (id: string, label: string) => void;
  /** Adds a transition and answers its id, or that of the one there is already; null when it is refused. */
  readonly addArrow: (from: string, to: string, label: string) => string | null;
  readonly relabelArrow: (id: string, label: string) => void;
  /** Leads an arrow from or to other states. */
  readonly redirectArrow?: (id: string, from: string, to: string) => void;
  /** Removes a state with all its transitions and all that is inside of it. */
  readonly removeState: (id: string) => void;
  readonly removeArrow: (id: string) => void;
  /** Makes this state the initial one, within its parent if it has one. */
  readonly markInitial: (id: string) => void;
  readonly toggleAccepting?: (id: string) => void;
  /** Puts a state inside of another, or with null outside of all. */
  readonly moveInto?: (id: string, parent: string | null) => void;
  readonly changeForm?: (id: string, form: StateForm) => void;
}
