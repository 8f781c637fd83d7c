import { EyeOff } from 'lucide-react';
import { useText } from '#ui/i18n/useText';
import { useLanes } from '#ui/store/laneStore';
import { useShownRun } from '#ui/store/shownRun';
import { markOfNode } from '#ui/store/stopMarks';
import { useStops } from '#ui/store/stopStore';
import { useFlowWords } from '#ui/store/useFlowWords';
import { useView } from '#ui/store/viewStore';
import { laneHeight } from './LaneLook';
import styles from './timeline.module.css';

/** The names at the lanes: they select their node, and can hide its lane. */
export function LaneNames({ nodes }: { readonly nodes: readonly number[] }) {
  const t = useText();
  const words = useFlowWords();
  const doc = useShownRun((state) => state.doc);
  const selected = useView((state) => state.selection.nodes);
  const breakpoints = useStops((state) => state.breakpoints);
  const hidden = useLanes((state) => state.hidden.size);
  return (
    <div>
      <ul className={styles['names']}>
        {nodes.map((node) => {
          const id = doc.nodes[node]?.id ?? '';
          const label = t('why.lanes.hide', { node: words.node(node) });
          return (
            <li
              key={id}
              style={{ height: laneHeight }}
              data-selected={selected.includes(id) || undefined}
              data-stop={markOfNode(breakpoints, id) ?? undefined}
            >
              <button
                type="button"
                className={styles['laneName']}
                onClick={() => useView.getState().select({ nodes: [id] })}
              >
                {words.node(node)}
              </button>
              {nodes.length > 1 && (
                <button
                  type="button"
                  className={styles['hide']}
                  aria-label={label}
                  title={label}
                  onClick={() => useLanes.getState().hide(id)}
                >
                  <EyeOff size={12} aria-hidden />
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {hidden > 0 && (
        <button type="button" className={styles['showAll']} onClick={() => useLanes.getState().showAll()}>
          {t('why.lanes.showAll', { n: hidden })}
        </button>
      )}
    </div>
  );
}
