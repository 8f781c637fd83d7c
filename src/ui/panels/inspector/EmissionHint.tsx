import { TriangleAlert } from 'lucide-react';
import type { FlowDoc, Wire, WireEnd } from '#engine/model/FlowDoc';
import { kindById } from '#kinds/index';
import { reconnectWire } from '#ui/commands/connectEnds';
import { useText } from '#ui/i18n/useText';
import { useDocument } from '#ui/store/documentStore';
import { linksInsteadOf } from '#ui/store/wiring';
import styles from './emissionHint.module.css';

/** Warns of a wire that leads what a node emits to where failures belong, and offers to move it. */
export function EmissionHint({ wire }: { readonly wire: Wire }) {
  const t = useText();
  const doc = useDocument((state) => state.doc);
  const port = failurePortFor(doc, wire);
  if (port === null) return null;
  const canMove = linksInsteadOf(doc, wire).some(
    ({ from, to }) => from.node === port.node && from.port === port.port && to.node === wire.to.node,
  );
  return (
    <div className={styles['hint']} role="note">
      <p>
        <TriangleAlert size={14} aria-hidden /> {t('panels.wire.emits')}
      </p>
      {canMove && (
        <button type="button" onClick={() => void reconnectWire(wire.id, port, wire.to)}>
          {t('panels.wire.useDeadLetter')}
        </button>
      )}
    </div>
  );
}

/** The port through which failures leave, if the wire goes from another one to a bus that is there for failures. */
export function failurePortFor(doc: FlowDoc, wire: Wire): WireEnd | null {
  const from = doc.nodes.find(({ id }) => id === wire.from.node);
  const to = doc.nodes.find(({ id }) => id === wire.to.node);
  const ports = kindById.get(from?.kind ?? '')?.ports ?? [];
  const used = ports.find(({ id }) => id === wire.from.port);
  if (to?.settings['purpose'] !== 'deadLetters' || used === undefined || used.deadLetter === true)
    return null;
  const failures = ports.find(
    ({ direction, carries, deadLetter }) =>
      deadLetter === true && direction === 'out' && carries === used.carries,
  );
  return failures === undefined ? null : { node: wire.from.node, port: failures.id };
}
