import type { Automaton, Word } from '#engine/automata/Automaton';
import type { Bounded } from '#engine/automata/Bounded';
import { compareLanguages } from '#engine/automata/compareLanguages';
import { findExtraWord } from '#engine/automata/findExtraWord';
import { ignoreLetters } from '#engine/automata/ignoreLetters';
import type { FlowDoc } from '#engine/model/FlowDoc';
import { compileProtocol } from '#engine/model/protocols/compileProtocol';
import type { Counterexample } from '../counterexampleOf';
import type { ExploreProgress, StopReason } from '../ExploreProgress';
import type { BusOrders, OrdersView } from './BusOrders';

/** A word, and a run that has it where the runtime can make one. */
export interface FoundOrder {
  readonly word: Word;
  readonly run: Counterexample | null;
}

/**
 * Whether a declared protocol allows every order of the bus. `unknown` where orders may be missing or there are too many
 * to tell; `unsound` where the protocol says nothing that can be compared.
 */
export interface ProtocolJudgement {
  readonly protocol: string;
  readonly name: string;
  readonly verdict: 'included' | 'excluded' | 'unknown' | 'unsound';
  /** The shortest order that the bus has and the protocol does not; null unless excluded. */
  readonly extra: FoundOrder | null;
}

/** What a change of the flow did to the orders. Both null: none came and none went. */
export interface OrdersChange {
  /** The shortest order that is possible now and was not before. */
  readonly added: FoundOrder | null;
  readonly gone: Word | null;
  /** Whether there was more to compare than is compared. */
  readonly isCut: boolean;
}

/** What came of exploring the orders of a bus. */
export interface OrdersAnswer {
  /** Null when it would be too large. */
  readonly automaton: Automaton | null;
  /** Why orders may be missing; null when they are all there. */
  readonly stopped: StopReason | null;
  readonly progress: ExploreProgress;
  readonly protocols: readonly ProtocolJudgement[];
  /** Null when there is nothing to compare with. */
  readonly change: OrdersChange | null;
}

/** Whether a protocol of a bus tells its keys apart: then the exploration has to. */
export function hasProtocolPerKey(doc: FlowDoc, bus: number): boolean {
  return ofBus(doc, bus).some(({ settings }) => settings['instances'] === 'key');
}

/**
 * The automaton of a view, each protocol of the bus compared with the orders that it watches, and what changed against
 * an earlier automaton of the same view. `doc` is the document whose protocols count.
 */
export function answerOrders(
  orders: BusOrders,
  doc: FlowDoc,
  bus: number,
  view: OrdersView,
  before: Automaton | null = null,
): OrdersAnswer {
  const made = orders.automaton(view);
  const automaton = made.ok ? made.value : null;
  return {
    automaton,
    stopped: orders.stopped,
    progress: orders.progress,
    protocols: judgeProtocols(orders, doc, bus),
    change: before === null || automaton === null ? null : changeOf(orders, view, before, automaton),
  };
}

function judgeProtocols(orders: BusOrders, doc: FlowDoc, bus: number): readonly ProtocolJudgement[] {
  return ofBus(doc, bus).map((protocol) => {
    const { id, name, automaton, isStrict, isPerKey, watch } = compileProtocol(protocol, doc.eventTypes);
    const judged = { protocol: id, name, extra: null };
    if (automaton === null) return { ...judged, verdict: 'unsound' };
    const view: OrdersView = { order: watch, isPerKey };
    const seen = orders.automaton(view);
    const letters = doc.eventTypes.map((type) => type.name);
    const declared = isStrict ? automaton : ignoreLetters(automaton, letters);
    const extra: Bounded<Word | null> = seen.ok ? findExtraWord(seen.value, declared) : seen;
    if (!extra.ok) return { ...judged, verdict: 'unknown' };
    if (extra.value === null) return { ...judged, verdict: orders.stopped === null ? 'included' : 'unknown' };
    return { ...judged, verdict: 'excluded', extra: found(orders, extra.value, view) };
  });
}

function changeOf(
  orders: BusOrders,
  view: OrdersView,
  before: Automaton,
  automaton: Automaton,
): OrdersChange {
  const comparison = compareLanguages(before, automaton);
  if (comparison === null) return { added: null, gone: null, isCut: false };
  const { onlyLeft, onlyRight } = comparison;
  const added = onlyRight.ok ? onlyRight.value : null;
  return {
    added: added === null ? null : found(orders, added, view),
    gone: onlyLeft.ok ? onlyLeft.value : null,
    isCut: !onlyLeft.ok || !onlyRight.ok,
  };
}

const found = (orders: BusOrders, word: Word, view: OrdersView): FoundOrder => ({
  word,
  run: orders.runOf(word, view),
});

function ofBus({ nodes, protocols }: FlowDoc, bus: number): FlowDoc['protocols'] {
  return protocols.filter(({ settings }) => settings['bus'] === nodes[bus]?.id);
}
