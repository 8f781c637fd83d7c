import type { Box, Point } from './geometry';
import type { MeasuredArrow, MeasuredState } from './measurePicture';

/** Where everything in a picture stands, in pixels at 100 %, from the top left corner of the drawing. */
export interface PictureLayout {
  readonly flow: Way;
  readonly width: number;
  readonly height: number;
  /** Parents come before what is inside them. */
  readonly states: readonly (MeasuredState & { readonly box: Box })[];
  readonly arrows: readonly PlacedArrow[];
  /** The arrows from nowhere to initial states. */
  readonly starts: readonly { readonly state: string; readonly dot: Point; readonly way: readonly Point[] }[];
}

export interface PlacedArrow extends MeasuredArrow {
  /** The corners of the way, from the rim of one state to that of the other. */
  readonly way: readonly Point[];
  /** Where the label stands; null when it has none. */
  readonly label: Box | null;
}

/** The radius of the corners of a state. */
export function cornerOf({ height }: Box, hasChildren: boolean): number {
  return hasChildren ? 12 : Math.min(17, height / 2);
}

/** `down` for what is high and narrow, `right` for what is wide. */
export type Direction = 'down' | 'right';

/** How a picture is laid out: in a direction, or downwards in several columns as high and wide as fits a room best. */
export type Way = Direction | 'columns';
