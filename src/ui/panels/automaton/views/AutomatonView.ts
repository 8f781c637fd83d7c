import type { ComponentType } from 'react';
import type { FlowDoc, FlowNode } from '#engine/model/FlowDoc';
import type { TextKey } from '#ui/i18n/catalogue';

/**
 * One way to see a node as an automaton, in the tab of that name. A new one is a file here and a line in `index.ts`:
 * its `Body` is fetched when it is first shown, so put it together with `late` and a dynamic import.
 */
export interface AutomatonView {
  readonly id: string;
  /** Short: it stands on a button beside the other views of the same node. */
  readonly title: TextKey;
  /** Whether there is anything to see for this node; not asked for nodes that do not run. */
  readonly appliesTo: (node: FlowNode, doc: FlowDoc) => boolean;
  readonly Body: ComponentType<AutomatonViewProps>;
}

export interface AutomatonViewProps {
  readonly node: FlowNode;
}
