import type { LaneView } from '#ui/store/laneStore';
import type { MarkSpan } from './Mark';

/** A handle, and the shortest words worth reading beside it, in pixels. */
export const roomForWords = 70;
/** What the end of a bar takes of it, and the least distance from the beginning to behind the end. */
const endPixels = 14;
const behindEnd = 30;

/** Pixels for the name of a mark, in its handle or behind the end of its bar; 0 where there is no room for it. */
export interface WordRoom {
  readonly inHandle: number;
  readonly behindEnd: number;
}

/** Whether the end of a bar is to be seen, so that it can be taken hold of. What never ends has none. */
export function showsEnd({ mark, fromUs }: MarkSpan, view: LaneView): boolean {
  const endUs = fromUs + mark.forUs;
  return mark.forUs > 0 && endUs >= view.fromUs && endUs <= view.fromUs + view.spanUs;
}

/** Where the name of a mark stands that has so many pixels until the next one: it must not cover the end of its bar. */
export function wordRoomOf(span: MarkSpan, view: LaneView, width: number, room: number): WordRoom {
  if (!showsEnd(span, view)) return { inHandle: room, behindEnd: 0 };
  const length = (span.mark.forUs / view.spanUs) * width;
  const inHandle = Math.min(room, length - endPixels);
  if (inHandle > roomForWords) return { inHandle, behindEnd: 0 };
  return { inHandle: 0, behindEnd: Math.max(0, room - Math.max(length, behindEnd)) };
}
