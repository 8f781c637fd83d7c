import type { FlowDoc } from '#engine/model/FlowDoc';
import type { Translate } from '#ui/i18n/useText';
import { kindById } from '#kinds/index';
import { knownOrders } from '#ui/store/ordersStore';
import { keptObservation } from './keptObservation';
import type { ObservedSubject } from './ObservedSubject';

/** Something that can be compared, by its id: `shown`, `seen`, `inferred`, `orders`, `kept`, `regex`, `file`, or `protocol:`
 * or `bus:` with an id behind it. */
export interface ComparandChoice {
  readonly id: string;
  readonly title: string;
}

/** Everything that can stand on either side of a comparison, in the order of the list. */
export function comparands(
  subject: ObservedSubject,
  doc: FlowDoc,
  k: number,
  t: Translate,
): readonly ComparandChoice[] {
  const { name } = subject;
  const bus = subject.at?.bus ?? null;
  const kept = keptObservation();
  const known = knownOrders(bus);
  const buses = doc.nodes.filter(
    ({ id, kind, settings }) => id !== bus && kindById.get(kind)?.facts(settings).role === 'bus',
  );
  return [
    { id: 'shown', title: t('observed.side.shown', { name }) },
    { id: 'seen', title: t('observed.side.seen', { name }) },
    { id: 'inferred', title: t('observed.side.inferred', { name, k }) },
    ...(known === null ? [] : [{ id: 'orders', title: t('observed.side.orders', { name }) }]),
    ...doc.protocols.map((protocol) => ({
      id: `protocol:${protocol.id}`,
      title: t('observed.side.protocol', { name: protocol.name }),
    })),
    { id: 'regex', title: t('observed.side.regex') },
    { id: 'file', title: t('observed.side.file') },
    ...(kept === null ? [] : [{ id: 'kept', title: t('observed.side.kept', { name: kept.name }) }]),
    ...buses.map((node) => ({ id: `bus:${node.id}`, title: t('observed.side.bus', { name: node.name }) })),
  ];
}
