import { memo, useContext, useMemo } from 'react';
import type { FlowNode } from '#engine/model/FlowDoc';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { useBeside } from '#ui/store/besideStore';
import { useRun } from '#ui/store/runStore';
import { FaceBoundary } from './FaceBoundary';
import { faceOf, sizeOf } from './faceOf';
import { looksDifferent } from './looksDifferent';
import { layoutWires } from './layoutWires';
import { frameOf, placesOf } from './nodeFrame';
import { nodeLabel, stateWord } from './nodeLabel';
import styles from './OtherFlow.module.css';
import { ZoomLevelContext } from './zoomLevel';

interface Props {
  readonly node: FlowNode;
}

/** A node of the run that is compared, marked where it stands otherwise than in the run of the document. */
export const OtherNode = memo(function OtherNode({ node }: Props) {
  const t = useText();
  const language = useContext(LanguageContext);
  const zoomLevel = useContext(ZoomLevelContext);
  const frame = useBeside((run) => frameOf(run, node));
  const eventTypes = useBeside((run) => run.doc.eventTypes);
  const doc = useBeside((run) => run.doc);
  const wirePlaces = useMemo(
    () => placesOf(layoutWires(doc).spots.get(node.id) ?? [], () => doc),
    [doc, node.id],
  );
  const own = useRun((run) => frameOf(run, node));
  const face = faceOf(node);
  if (face === undefined) return null;
  const differs = looksDifferent(node, own, frame);
  const label = nodeLabel(node, frame, t, language);
  return (
    <div
      className={styles['node']}
      style={{ left: node.x, top: node.y, ...sizeOf(node) }}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- A picture made of elements, not a file.
      role="img"
      aria-label={differs ? t('compare.differingNode', { node: label }) : label}
      data-differs={differs || undefined}
    >
      <FaceBoundary fallback={node.name} retryOn={node}>
        <face.Face
          node={node}
          settings={node.settings}
          frame={frame}
          stateWord={stateWord(frame, t)}
          eventTypes={eventTypes}
          zoomLevel={zoomLevel}
          isSelected={false}
          nodeNames={nodeNameOf}
          wireTargets={wireTargetOf}
          wirePlaces={wirePlaces}
        />
      </FaceBoundary>
      {differs && (
        <span className={styles['sign']} aria-hidden>
          ≠
        </span>
      )}
    </div>
  );
});

const nodeNameOf = (index: number) => useBeside.getState().doc.nodes[index]?.name ?? '';

function wireTargetOf(index: number): string {
  const { doc } = useBeside.getState();
  const target = doc.wires[index]?.to.node;
  return doc.nodes.find(({ id }) => id === target)?.name ?? '';
}
