import type { LifePart, Stay } from './Story';

/**
 * The way on which the life of an event took as long as it did: back from the stay that ended last, each time to the
 * one that it goes on from. Parts without duration are left out; together they are exactly the time from `bornUs` to
 * the end that is returned with them.
 */
export function lifeOf(
  event: number,
  bornUs: number,
  stays: readonly Stay[],
  nowUs: number,
): { readonly parts: readonly LifePart[]; readonly endUs: number } {
  const last = lastOf(event, stays, nowUs);
  const parts: LifePart[] = [];
  if (last < 0) return { parts, endUs: bornUs };
  const endUs = endOf(stays[last], nowUs);
  let toUs = endUs;
  for (let place = last; place >= 0;) {
    const stay = stays[place];
    if (stay === undefined) break;
    const fromUs = stay.after < 0 ? Math.min(bornUs, toUs) : Math.min(stay.fromUs, toUs);
    const heardUs = Math.min(toUs, endOf(stay, nowUs));
    // What led on later than this ended was waited for by whoever did not hear of its end.
    const listener = heardUs < toUs ? listenerOf(event, stays, toUs) : -1;
    if (listener >= 0) parts.push({ stay: listener, fromUs: heardUs, toUs });
    const untilUs = listener >= 0 ? heardUs : toUs;
    if (untilUs > fromUs) parts.push({ stay: place, fromUs, toUs: untilUs });
    toUs = fromUs;
    place = stay.after;
  }
  return { parts: parts.toReversed(), endUs };
}

/** When a stay stops counting: one for good is an end when it begins. */
function endOf(stay: Stay | undefined, nowUs: number): number {
  if (stay === undefined) return nowUs;
  return stay.isFinal ? stay.fromUs : (stay.toUs ?? nowUs);
}

/** The stay that ends last, of those where the event really is; the later one among equals. */
function lastOf(event: number, stays: readonly Stay[], nowUs: number): number {
  let found = -1;
  stays.forEach((stay, place) => {
    if (stay.event !== event || stay.isPassive) return;
    if (found < 0 || endOf(stay, nowUs) >= endOf(stays[found], nowUs)) found = place;
  });
  return found;
}

/** The stay that only waited to hear of the event, until this moment; −1 for none. */
function listenerOf(event: number, stays: readonly Stay[], untilUs: number): number {
  return stays.findLastIndex((stay) => stay.event === event && stay.isPassive && stay.toUs === untilUs);
}
