import { arrivedAt, lastArrivalUsAt, sentAt, wireLawAt, wireSize, wireToAt } from '../layout';
import { now, pushDue, pushLater } from './list';
import { sample } from './luck';

export let wires: usize = 0;

/** Sends a job along a wire, with the luck of the station that sends; it overtakes none that was sent before. */
export function send(station: usize, code: i32, wire: i32, job: usize): void {
  const record = wires + wire * wireSize;
  store<u32>(record, load<u32>(record, sentAt) + 1, sentAt);
  const what = (load<i32>(record, wireToAt) << 4) | code;
  const latencyUs = sample(record + wireLawAt, station);
  const lastUs = load<f64>(record, lastArrivalUsAt);
  if (latencyUs === 0 && lastUs <= now) {
    pushDue(what, wire, job);
    return;
  }
  const arriveUs = max<f64>(now + latencyUs, lastUs);
  store<f64>(record, arriveUs, lastArrivalUsAt);
  pushLater(what, wire, job, arriveUs);
}

export function arrive(wire: i32): void {
  const record = wires + wire * wireSize;
  store<u32>(record, load<u32>(record, arrivedAt) + 1, arrivedAt);
}
