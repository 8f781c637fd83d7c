import { erlangB } from './erlangB';

/**
 * The share of customers that must wait in M/M/c (Erlang's delay formula, 1917), from the loss formula. `load` is the
 * arrival rate times the mean service time; with as much load as servers, or more, everybody waits.
 */
export function erlangC(servers: number, load: number): number {
  if (load >= servers) return 1;
  const blocked = erlangB(servers, load);
  return blocked / (1 - (load / servers) * (1 - blocked));
}
