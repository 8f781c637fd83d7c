import { fact, factCodes, type FactNumber } from '#engine/model/facts';
import { broken, type Property, type PropertyKind } from '../Property';

/** None of these is ever recorded. */
function noFact(id: string, sentence: string, codes: readonly FactNumber[]): PropertyKind {
  const bad: ReadonlySet<number> = new Set(codes);
  return {
    id,
    parameters: [],
    readsKeys: () => false,
    make(_, space): Property {
      let reason = '';
      return {
        id,
        sentence,
        watches: [],
        looksAt: [],
        tellsApart: [],
        initial: 0,
        next(remembered, { outcome }) {
          const noted = outcome.noted.find(({ code }) => bad.has(code));
          if (noted === undefined) return remembered;
          const { eventTypes, nodes } = space.plan.doc;
          const event = eventTypes[noted.type]?.name ?? 'an event';
          reason = `${event} is ${factCodes[noted.code]} at ${nodes[noted.node]?.name}`;
          return broken;
        },
        whyNotEndHere: () => null,
        whyBroken: () => reason,
      };
    },
  };
}

/** No event is lost, dropped or expires. */
export const noLoss = noFact('no-loss', 'no event is lost', [fact.lost, fact.dropped, fact.expired]);

/** No protocol that the flow declares is violated. */
export const noViolation = noFact('no-violation', 'no protocol of the flow is violated', [
  fact['protocol-violated'],
]);

/** No handler is called while it is on the call stack already. */
export const noCycle = noFact('no-cycle', 'no synchronous call comes back to its caller', [
  fact['synchronous-cycle'],
]);
