import { memo, useContext, useMemo } from 'react';
import type { Wire } from '#engine/model/FlowDoc';
import { kindById } from '#kinds/index';
import { useBeside } from '#ui/store/besideStore';
import styles from './FlowWireView.module.css';
import type { WireLayout } from './layoutWires';
import { isCallOpen } from './nodeFrame';
import { wireLook } from '#ui/store/wireLook';
import { WireLine } from './WireLine';
import { ZoomLevelContext } from './zoomLevel';

interface Props {
  readonly wire: Wire;
  readonly layout: WireLayout | null;
}

/** A wire of the run that is compared. */
export const OtherWire = memo(function OtherWire({ wire, layout }: Props) {
  const zoomLevel = useContext(ZoomLevelContext);
  const doc = useBeside((state) => state.doc);
  const look = useMemo(
    () => wireLook(new Map(doc.nodes.map((node) => [node.id, node])), kindById, wire),
    [doc, wire],
  );
  const isLit = useBeside((run) => look === 'call' && isCallOpen(run, wire.id));
  if (layout === null) return null;
  return (
    <g className={styles['wire']} data-look={look} data-lit={isLit} data-level={zoomLevel}>
      <WireLine layout={layout} isCall={look === 'call'} />
    </g>
  );
});
