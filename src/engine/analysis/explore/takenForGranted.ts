import type { FlowDoc } from '#engine/model/FlowDoc';
import type { FlowPlan } from '#engine/runtime/FlowPlan';
import { unexploredWords } from './whatIsRead';

/** What an exploration of a flow takes for granted besides its bounds, in sentences; often nothing. */
export function takenForGranted(doc: FlowDoc, plan: FlowPlan): readonly string[] {
  const clocks = plan.nodes
    .filter(({ kind, behaviour, plan: own }) => kind.runs && (behaviour.form?.readsClock(own) ?? true))
    .map(({ setup }) => doc.nodes[setup.index]?.name ?? setup.id);
  const windows = plan.nodes
    .filter(({ behaviour, plan: own }) => behaviour.form?.hasWindow?.(own) ?? false)
    .map(({ setup }) => doc.nodes[setup.index]?.name ?? setup.id);
  const words = unexploredWords(plan);
  return [
    ...clocks.map((name) => `${name} goes by its own clock, which only its own timers move on.`),
    ...windows.map((name) => `${name} never forgets what it has seen: its window outlasts the run.`),
    ...(words.length === 0
      ? []
      : [`Expressions say ${words.join(', ')}: times are taken as 0, and numbers of events are names.`]),
  ];
}
