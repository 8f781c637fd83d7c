import type { FlowDoc, Protocol } from '#engine/model/FlowDoc';
import type { Stop } from '#engine/runtime/stops/StopRule';
import type { Breakpoint } from './stopStore';

/** Whether a protocol has a run stop where it is broken, which its settings say. */
export const stopsItself = ({ settings }: Protocol): boolean =>
  settings['pauseOnViolation'] === true && settings['mode'] === 'monitor';

/** The id of the stop that a protocol asks for; those of breakpoints have no space in them. */
export const protocolStopId = (protocol: string): string => `protocol ${protocol}`;

const none: readonly Stop[] = [];
let last: { readonly breakpoints: unknown; readonly protocols: unknown; readonly stops: readonly Stop[] } = {
  breakpoints: none,
  protocols: none,
  stops: none,
};

/** Everything that stops a run now: breakpoints that are on, and what protocols ask for. The same list while nothing changed. */
export function activeStops(
  breakpoints: readonly Breakpoint[],
  { protocols }: Pick<FlowDoc, 'protocols'>,
): readonly Stop[] {
  if (last.breakpoints === breakpoints && last.protocols === protocols) return last.stops;
  const own = protocols
    .filter(stopsItself)
    .map(({ id }): Stop => ({ id: protocolStopId(id), rule: { on: 'protocol', protocol: id }, nth: 1 }));
  const set = breakpoints.flatMap(({ isOn, id, rule, nth }) => (isOn ? [{ id, rule, nth }] : []));
  const stops = [...set, ...own];
  last = { breakpoints, protocols, stops: stops.length === 0 ? none : stops };
  return last.stops;
}
