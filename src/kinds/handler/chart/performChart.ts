import { fact } from '#engine/model/facts';
import type { FlowEvent } from '#engine/model/messages';
import type { Context } from '#engine/model/NodeKind';
import { breaksOff } from '../breaksOff';
import { send } from '../emit';
import type { HandlerPlan, Work } from '../HandlerState';
import type { ChartPlan, ChartRoom, Emission } from './ChartRoom';
import { takeDelivery } from './takeDelivery';

/**
 * Hands a delivery to the statechart, once however many attempts it takes, and emits what the chart wants in its order.
 * An emission that is waited for ends the round; the next one goes when its answer has come. A further attempt goes on
 * with what was not taken. False when the attempt fails: the chart took the delivery not, or the process broke off.
 */
export function performChart(
  room: ChartRoom,
  chart: ChartPlan,
  work: Work,
  context: Context,
  plan: HandlerPlan,
): boolean {
  const { event, call } = work.held;
  let outbox = work.outboxes[call];
  if (outbox === undefined) {
    const emissions = takeDelivery(room, event, context, chart);
    if (emissions === null) return false;
    outbox = { emissions, sent: 0 };
  }
  let isFirst = work.nextAction === 0;
  let sent = Math.max(outbox.sent, work.nextAction);
  work.nextAction = sent;
  let isGood = true;
  while (work.calls.length === 0) {
    const emission = outbox.emissions[work.nextAction];
    if (emission === undefined) break;
    isGood = isFirst || !breaksOff(context, plan);
    if (!isGood) break;
    isFirst = false;
    work.nextAction += 1;
    emitFromChart(emission, event, work, chart, context, plan);
    if (work.calls.length === 0) sent = work.nextAction;
  }
  work.outboxes = { ...work.outboxes, [call]: { emissions: outbox.emissions, sent } };
  return isGood;
}

/** Makes the event and sends it to every bus that wants it, or to the one it is for; nobody waits without `work`. */
export function emitFromChart(
  { type, key, data, to }: Emission,
  cause: FlowEvent | null,
  work: Work | null,
  chart: ChartPlan,
  context: Context,
  plan: HandlerPlan,
): void {
  const index = chart.types.get(type);
  if (index === undefined) {
    context.record(fact['expression-failed'], cause, `the flow has no event type "${type}" to emit`);
    return;
  }
  send(context.newEvent(index, key, data, cause), work, context, plan, to);
}
