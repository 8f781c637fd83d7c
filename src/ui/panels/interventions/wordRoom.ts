import type { LaneView } from '#ui/store/laneStore';
import type { MarkSpan } from './Mark';

/** A handle, and the shortest words worth reading beside it, in pixels. */
export const roomForWords = 70;
/** What the end of a bar takes of it, and the least distance from the beginning to behind the end. */
const endPixels = 14;
export const behindEnd = 30;

/** Pixels for the name of a mark, in its handle or behind the end of its bar; 0 where there is no room for it. */
export interface WordRoom {
  readonly inHandle: number;
  readonly behindEnd: number;
}

/** Where the end of a bar is taken hold of: what never ends reaches to the edge of the view, and is given an end from there. */
export function endAtOf({ mark, fromUs }: MarkSpan, view: LaneView): number {
  return mark.forUs === Infinity ? view.fromUs + view.spanUs : fromUs + mark.forUs;
}

/** Whether the end of a bar is to be seen, so that it can be taken hold of. */
export function showsEnd(span: MarkSpan, view: LaneView): boolean {
  const endUs = endAtOf(span, view);
  return span.mark.forUs > 0 && endUs >= view.fromUs && endUs <= view.fromUs + view.spanUs;
}

/** Where the name of a mark stands that has so many pixels until the next one: it must not cover the end of its bar. */
export function wordRoomOf(span: MarkSpan, view: LaneView, width: number, room: number): WordRoom {
  if (!showsEnd(span, view)) return { inHandle: room, behindEnd: 0 };
  const length = ((endAtOf(span, view) - span.fromUs) / view.spanUs) * width;
  const inHandle = Math.min(room, length - endPixels);
  if (inHandle > roomForWords) return { inHandle, behindEnd: 0 };
  return { inHandle: 0, behindEnd: Math.max(0, room - Math.max(length, behindEnd)) };
}
