import { compileText } from '#engine/expression/compileExpression';
import { createFifo, first, lengthOf, pushFirst, pushLast, takeFirst, type Fifo } from '#engine/kernel/Fifo';
import { fact } from '#engine/model/facts';
import type { Context } from '#engine/model/NodeKind';
import { answer } from '../answer';
import { planFormula } from '../formulas';
import { noReads, type HandlerState, type Held } from '../HandlerState';
import { defineGuard } from './Guard';

/** Most ids that are remembered; beyond, the oldest are forgotten early, which is recorded. */
const longestMemory = 10_000;

interface Memory {
  /** Until when an id counts as worked off, by id with a `:` in front. */
  worked: Record<string, number>;
  /** The same, first to be forgotten first. */
  order: Fifo<{ readonly id: string; readonly untilUs: number }>;
  /** Ids that are in work, or next in line. */
  claimed: Record<string, true>;
}

/**
 * An idempotent receiver (Hohpe and Woolf): what was worked off during the last `idempotencyMs` is answered `done`
 * without doing the work again. Known by the number of the event, or by a text of one's own. The window runs from the
 * end of the work and is not renewed by duplicates. A duplicate of what is still in work waits until that has ended,
 * as an insert of a key waits for the transaction that holds it. Only success is remembered. The memory outlives a
 * crash of the handler, as a table in a database does, but has room for 10,000 ids.
 */
export const idempotency = defineGuard<Memory>('idempotency', (settings, setup) => {
  if (settings.idempotencyMs === 0) return null;
  const windowUs = Math.round(settings.idempotencyMs * 1000);
  const formula = planFormula(settings.idempotencyKey, compileText, setup);
  const idOf = (held: Held, context: Context): string | undefined => {
    if (formula === null) return `:${held.event.number}`;
    const id = formula({ held, reads: noReads, n: 0 }, context);
    return id === undefined ? undefined : `:${id}`;
  };
  return {
    initial: () => ({ worked: {}, order: createFifo(), claimed: {} }),
    screen(own, held, state, context) {
      if (held.id !== '') return 'work';
      forgetOld(own, context.now);
      const id = idOf(held, context);
      if (id === undefined) {
        state.failed += 1;
        context.record(fact.failed, held.event, 'no id');
        answer(context, held, 'failed');
        return 'gone';
      }
      if (own.worked[id] !== undefined) {
        state.deduplicated += 1;
        context.record(fact.deduplicated, held.event);
        answer(context, held, 'done');
        return 'gone';
      }
      held.id = id;
      if (own.claimed[id] === true) {
        state.twins.push(held);
        return 'waits';
      }
      own.claimed[id] = true;
      return 'work';
    },
    left(own, held, isDone, state, context) {
      if (held.id === '') return;
      Reflect.deleteProperty(own.claimed, held.id);
      if (isDone) {
        const untilUs = context.now + windowUs;
        own.worked[held.id] = untilUs;
        pushLast(own.order, { id: held.id, untilUs });
        if (lengthOf(own.order) > longestMemory) {
          forgetOldest(own);
          context.record(fact.forgotten, null);
        }
      }
      wakeTwins(state, held.id, settings.mode === 'sync');
    },
    crash(own) {
      own.claimed = {};
    },
  };
});

function forgetOld(own: Memory, nowUs: number): void {
  for (let oldest = first(own.order); oldest !== undefined; oldest = first(own.order)) {
    if (oldest.untilUs > nowUs) return;
    forgetOldest(own);
  }
}

function forgetOldest(own: Memory): void {
  const oldest = takeFirst(own.order);
  if (oldest !== undefined) Reflect.deleteProperty(own.worked, oldest.id);
}

/** Puts those that waited for an id back to the head of their line, in their order, to be asked again. */
function wakeTwins(state: HandlerState, id: string, isSync: boolean): void {
  const woken = state.twins.filter((twin) => twin.id === id);
  if (woken.length === 0) return;
  state.twins = state.twins.filter((twin) => twin.id !== id);
  for (const twin of woken.toReversed()) {
    twin.id = '';
    pushFirst(isSync ? state.door : state.inbox, twin);
  }
}
