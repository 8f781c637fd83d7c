import type { Intervention } from '#engine/model/FlowDoc';

/** Whether these interventions are a run that was found by exploring: they were made by nobody's hand, and say so. */
export function isRecipeOf(interventions: readonly Intervention[]): boolean {
  return interventions.length > 0 && interventions.every(({ id }, index) => id === `pick-${index + 1}`);
}
