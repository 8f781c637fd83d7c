import { useViewport } from '@xyflow/react';
import { useEffect, useMemo, useState, type CSSProperties } from 'react';
import { comparedBranchOf } from '#engine/model/branches';
import { useText } from '#ui/i18n/useText';
import { startBeside, useBeside } from '#ui/store/besideStore';
import { startComparing } from '#ui/store/compareStore';
import { useDocument } from '#ui/store/documentStore';
import { useDifference } from '#ui/store/useDifference';
import { faceOf } from './faceOf';
import { layoutWires } from './layoutWires';
import styles from './OtherFlow.module.css';
import { OtherNode } from './OtherNode';
import { OtherWire } from './OtherWire';
import { TokenOverlay } from './tokens/TokenOverlay';
import { TokenPainter } from './tokens/TokenPainter';
import { ZoomLevelContext, zoomLevelAt } from './zoomLevel';

const subscribe = (listener: () => void) => useBeside.subscribe(listener);

/**
 * The flow of the run that is compared, to look at: the same part of it, at the same moment. Where there is no room for two
 * flows, a switch says which one is seen.
 */
export function OtherFlow() {
  const t = useText();
  const own = useDocument((state) => state.doc.branches?.open.name ?? '');
  const other = useDocument((state) => comparedBranchOf(state.doc)?.name ?? '');
  const isThere = useBeside((state) => state.generation > 0);
  const [isChosen, setChosen] = useState(false);
  const difference = useDifference();
  useEffect(() => startComparing(), []);
  useEffect(() => startBeside(), []);
  const sameUntil = difference === null ? 0 : difference.sameUntil;
  useEffect(() => useBeside.getState().setSameUntil(sameUntil), [sameUntil]);
  const choices = [
    { name: t('compare.runOf', { name: own }), isOther: false },
    { name: t('compare.otherRun', { name: other }), isOther: true },
  ];
  return (
    <>
      <p className={styles['ownCaption']}>{t('compare.runOf', { name: own })}</p>
      <section
        className={styles['other']}
        data-chosen={isChosen}
        aria-label={t('compare.flowOf', { name: other })}
      >
        {isThere && <Picture />}
        <p className={styles['caption']}>{t('compare.otherRun', { name: other })}</p>
      </section>
      <fieldset className={styles['switch']} aria-label={t('compare.whichFlow')}>
        {choices.map(({ name, isOther }) => (
          <button
            key={name}
            type="button"
            aria-pressed={isOther === isChosen}
            onClick={() => setChosen(isOther)}
          >
            {name}
          </button>
        ))}
      </fieldset>
    </>
  );
}

function Picture() {
  const doc = useBeside((state) => state.doc);
  const { x, y, zoom } = useViewport();
  const { wires } = layoutWires(doc);
  const painter = useMemo(
    () =>
      new TokenPainter({
        moment: () => useBeside.getState(),
        picture: () => {
          const shown = useBeside.getState().doc;
          return { wires: layoutWires(shown).wires, eventTypes: shown.eventTypes };
        },
      }),
    [],
  );
  const frames = doc.nodes.filter((node) => faceOf(node)?.isFrame === true);
  const others = doc.nodes.filter((node) => faceOf(node)?.isFrame !== true);
  return (
    <ZoomLevelContext value={zoomLevelAt(zoom)}>
      <div
        className={styles['world']}
        style={{ transform: `translate(${x}px, ${y}px) scale(${zoom})`, ...zoomVariable(zoom) }}
      >
        {frames.map((node) => (
          <OtherNode key={node.id} node={node} />
        ))}
        <svg className={styles['wires']} aria-hidden>
          {doc.wires.map((wire, index) => (
            <OtherWire key={wire.id} wire={wire} layout={wires[index] ?? null} />
          ))}
        </svg>
        {others.map((node) => (
          <OtherNode key={node.id} node={node} />
        ))}
      </div>
      <TokenOverlay painter={painter} subscribe={subscribe} />
    </ZoomLevelContext>
  );
}

/** For what keeps its size on the screen, however small the flow is. */
function zoomVariable(zoom: number): CSSProperties {
  // React writes any property of a style; its types know only those that CSS has itself.
  return { '--zoom': zoom } as CSSProperties;
}
