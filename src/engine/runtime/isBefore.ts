import type { Simulation } from './Simulation';
import type { Place } from './Trace';

/** Whether a simulation has not come to a place yet: it still has to make a step to get there. */
export function isBefore(simulation: Simulation, place: Place): boolean {
  if ('step' in place) return simulation.stepCount < place.step;
  const nextUs = simulation.nextTimeUs();
  return nextUs !== undefined && nextUs <= place.timeUs;
}
