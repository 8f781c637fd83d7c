import { useRun } from '#ui/store/runStore';
import { useFlowWords } from '#ui/store/useFlowWords';
import { useView } from '#ui/store/viewStore';
import styles from './why.module.css';

/** The name of a node of the run; it selects the node and brings it into view. */
export function NodeLink({ node }: { readonly node: number }) {
  const words = useFlowWords();
  const id = useRun((state) => state.doc.nodes[node]?.id ?? '');
  return (
    <button
      type="button"
      className={styles['link']}
      onClick={() => {
        const { select, canvasApi } = useView.getState();
        select({ nodes: [id] });
        canvasApi?.fitView([id]);
      }}
    >
      {words.node(node)}
    </button>
  );
}
