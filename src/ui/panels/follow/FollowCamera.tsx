import { useEffect } from 'react';
import type { RunData } from '#ui/store/runData';
import { useRun } from '#ui/store/runStore';
import { useView } from '#ui/store/viewStore';

/** Keeps the followed event in view: the canvas moves when the event comes to another place, and only if it must. */
export function FollowCamera() {
  const number = useView((state) => state.selectedEvent);
  useEffect(() => {
    if (number === null) return undefined;
    let shown = '';
    const look = (data: RunData) => {
      const nodes = nodesOfEvent(data, number);
      const place = nodes.join(' ');
      if (place === '' || place === shown) return;
      shown = place;
      useView.getState().canvasApi?.reveal(nodes);
    };
    look(useRun.getState());
    return useRun.subscribe((now, before) => {
      if (now.playhead.step !== before.playhead.step || now.doc !== before.doc) look(now);
    });
  }, [number]);
  return null;
}

/** So many steps back it is looked for: what did nothing since stands where it was. */
const mostLookedAt = 500;

/** Ids of the nodes where an event is: both ends of the wire it flies on, or the node that last had to do with it. */
export function nodesOfEvent({ doc, frame, window, playhead }: RunData, number: number): readonly string[] {
  const flight = frame?.flights.find(({ token, kind }) => token?.number === number && kind !== 'ack');
  const wire = doc.wires[flight?.wire ?? -1];
  if (wire !== undefined) return [wire.from.node, wire.to.node];
  if (window === null) return [];
  const last = playhead.step - window.start.step - 1;
  for (let index = last; index >= Math.max(0, last - mostLookedAt); index -= 1) {
    const entry = window.entries[index];
    const isAbout =
      entry?.token?.number === number || entry?.facts.some(({ token }) => token?.number === number);
    const node = isAbout === true ? doc.nodes[entry?.node ?? -1] : undefined;
    if (node !== undefined) return [node.id];
  }
  return [];
}
