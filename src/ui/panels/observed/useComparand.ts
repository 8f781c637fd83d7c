import { useMemo } from 'react';
import { automatonOfObserved } from '#engine/analysis/observed/automatonOfObserved';
import type { ShownObserved } from '#engine/analysis/observed/filterObserved';
import type { Observed } from '#engine/analysis/observed/Observed';
import type { Automaton } from '#engine/automata/Automaton';
import { ignoreLetters } from '#engine/automata/ignoreLetters';
import type { EventType, Protocol } from '#engine/model/FlowDoc';
import { compileProtocol } from '#engine/model/protocols/compileProtocol';
import { useDocument } from '#ui/store/documentStore';
import { knownOrders, useOrders } from '#ui/store/ordersStore';
import { useInference } from '#ui/store/useInference';
import { useWatchedRun } from '#ui/store/useWatchedRun';
import type { Given } from './GivenAutomaton';
import { useKeptObservation } from './keptObservation';
import type { ObservedSubject } from './ObservedSubject';

/** A k that no word of the tree outlasts: what is inferred with it is exactly what was seen. */
const exactly = 1_000;

interface Comparand {
  /** Null as long as there is none. */
  readonly automaton: Automaton | null;
  /** Whether one is on its way. */
  readonly isWaiting: boolean;
  readonly isTooLarge: boolean;
}

/** The automaton that stands on one side of a comparison. */
export function useComparand(
  choice: string,
  subject: ObservedSubject,
  shown: ShownObserved,
  k: number,
  given: Given,
): Comparand {
  const { observed, isComplete, isPerKey } = subject;
  const isInferred = choice === 'inferred' || choice === 'seen';
  const { inference, isCurrent } = useInference(
    isInferred && isComplete ? observed : null,
    choice === 'seen' ? exactly : k,
  );
  const other = choice.startsWith('bus:') ? choice.slice(4) : null;
  const watched = useWatchedRun(
    other === null ? null : { bus: other, order: subject.at?.order ?? 'publish', isPerKey },
  );
  const kept = useKeptObservation();
  const orders = useOrders(() => knownOrders(subject.at?.bus ?? null)?.automaton ?? null);
  const protocols = useDocument((state) => state.doc.protocols);
  const eventTypes = useDocument((state) => state.doc.eventTypes);
  const elsewhere = other === null || !watched.isCurrent ? null : watched.observation;
  return useMemo((): Comparand => {
    if (choice === 'shown') return ready(automatonOfObserved(observed, shown.arrows));
    if (choice === 'regex' || choice === 'file') return ready(given[choice]);
    if (choice.startsWith('protocol:'))
      return ready(declared(choice.slice(9), protocols, eventTypes, observed));
    if (choice === 'orders') return ready(orders);
    if (choice === 'kept') return ready(kept?.automaton ?? null);
    if (isInferred) {
      if (!isCurrent || inference === null) return waiting;
      return inference.ok ? ready(inference.value.automaton) : tooLarge;
    }
    if (elsewhere === null || !elsewhere.isComplete) return waiting;
    return ready(automatonOfObserved(elsewhere.observed, elsewhere.observed.arrows));
  }, [
    choice,
    observed,
    shown,
    given,
    kept,
    orders,
    isInferred,
    isCurrent,
    inference,
    elsewhere,
    protocols,
    eventTypes,
  ]);
}

/** The automaton of a protocol; other events than its own are what it takes them for. */
function declared(
  id: string,
  protocols: readonly Protocol[],
  eventTypes: readonly EventType[],
  { letters }: Observed,
): Automaton | null {
  const protocol = protocols.find((one) => one.id === id);
  const plan = protocol === undefined ? null : compileProtocol(protocol, eventTypes);
  if (plan === null || plan.automaton === null) return null;
  return plan.isStrict ? plan.automaton : ignoreLetters(plan.automaton, letters);
}

const ready = (automaton: Automaton | null): Comparand => ({
  automaton,
  isWaiting: false,
  isTooLarge: false,
});
const waiting: Comparand = { automaton: null, isWaiting: true, isTooLarge: false };
const tooLarge: Comparand = { automaton: null, isWaiting: false, isTooLarge: true };
