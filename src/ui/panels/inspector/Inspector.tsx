import type { FlowDoc } from '#engine/model/FlowDoc';
import { useDocument } from '#ui/store/documentStore';
import { useView } from '#ui/store/viewStore';
import { FlowInspector } from './FlowInspector';
import styles from './inspector.module.css';
import { ManyInspector } from './ManyInspector';
import { NodeInspector } from './NodeInspector';
import { WireInspector } from './WireInspector';

/** What is selected, with everything about it that can be set; the flow itself when nothing is. */
export function Inspector() {
  return (
    <div className={styles['inspector']}>
      <Subject />
    </div>
  );
}

function Subject() {
  const selection = useView((state) => state.selection);
  const doc = useDocument((state) => state.doc);
  const { nodes, wires } = selectedIn(doc, selection.nodes, selection.wires);
  const [node] = nodes;
  const [wire] = wires;
  if (nodes.length + wires.length > 1) return <ManyInspector nodes={nodes.length} wires={wires.length} />;
  if (node !== undefined) return <NodeInspector key={node.id} node={node} />;
  return wire === undefined ? <FlowInspector /> : <WireInspector key={wire.id} wire={wire} />;
}

/** The selected parts that (still) exist. */
function selectedIn(doc: FlowDoc, nodes: readonly string[], wires: readonly string[]) {
  return {
    nodes: nodes.length === 0 ? [] : doc.nodes.filter(({ id }) => nodes.includes(id)),
    wires: wires.length === 0 ? [] : doc.wires.filter(({ id }) => wires.includes(id)),
  };
}
