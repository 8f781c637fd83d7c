import type { WatchOrder } from '#engine/analysis/observed/watchBus';
import { asNondeterministic } from '#engine/automata/asNondeterministic';
import type { Automaton } from '#engine/automata/Automaton';
import { automatonData } from '#engine/model/automatonData';
import { defaultsOf } from '#engine/model/defaultsOf';
import { freeId } from '#engine/model/freeId';
import { limits } from '#engine/model/limits';
import { protocolFields } from '#engine/model/protocols/protocolFields';
import { useDocument } from '#ui/store/documentStore';

/** The bus that a protocol is made for, and how it shall be followed there. */
export interface ProtocolPlace {
  readonly bus: string;
  readonly order: WatchOrder;
  readonly isPerKey: boolean;
}

/** Whether an automaton is small enough to lie in a document. */
export function fitsDocument(automaton: Automaton): boolean {
  const field = protocolFields.find(({ id }) => id === 'automaton');
  const max = field?.type === 'json' ? field.maxLength : 0;
  return JSON.stringify(automatonData(asNondeterministic(automaton))).length <= max;
}

/** Adds a protocol with this automaton to the document, attached to a bus, in one undo entry. */
export function attachProtocol(
  name: string,
  automaton: Automaton,
  { bus, order, isPerKey }: ProtocolPlace,
): void {
  const data = automatonData(asNondeterministic(automaton));
  useDocument.getState().edit('observed.undo.attach', { name }, (draft) => {
    if (draft.protocols.length >= limits.protocols) return;
    draft.protocols.push({
      id: freeId('protocol', new Set(draft.protocols.map(({ id }) => id))),
      name: Array.from(name).slice(0, limits.nameLength).join(''),
      settings: {
        ...defaultsOf(protocolFields),
        source: 'drawn',
        bus,
        // As plain lists, which settings are made of.
        automaton: JSON.parse(JSON.stringify(data)),
        watch: order,
        instances: isPerKey ? 'key' : 'all',
      },
    });
  });
}
