import type { Bus } from './BusState';

/** Notes that something changed for a group, so that it is looked at before the step ends. */
export function touch({ state }: Bus, group: number): void {
  const own = state.groups[group];
  if (own === undefined || own.isTouched) return;
  own.isTouched = true;
  state.touched.push(group);
}

/** All groups are looked at: the bus goes on after a pause or a crash. */
export function touchAll(bus: Bus): void {
  for (let group = 0; group < bus.state.groups.length; group += 1) touch(bus, group);
}
