import type { EventType } from '#engine/model/FlowDoc';
import type { Flight } from '#engine/runtime/Trace';
import type { Sprites } from '#ui/look/drawToken';
import { unknownSign, type Sign } from '#ui/look/shapePath';
import type { Palette } from '#ui/look/tokens';
import type { WireLayout } from './layoutWires';
import type { Point } from './portPoint';

/** Everything besides the tokens themselves that their picture depends on. */
export interface TokenScene {
  readonly viewport: { readonly x: number; readonly y: number; readonly zoom: number };
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly pixelRatio: number;
  readonly palette: Palette;
  readonly sprites: Sprites;
  /** By index of the wire in the document that is being run. */
  readonly wires: readonly (WireLayout | null)[];
  /** By index of the type in the document that is being run. */
  readonly eventTypes: readonly EventType[];
  /** Number of the event that is followed, or null. */
  readonly selectedEvent: number | null;
  /** The followed event with those that led to it and those that follow from it: the others fade. Null for none. */
  readonly family: ReadonlySet<number> | null;
  /** Whether every token carries its number, as long as there are few. */
  readonly isLabelled: boolean;
  readonly font: string;
}

/** The part of a drawing context that this picture needs, so that a test can pass a recorder. */
export type TokensContext = Pick<
  CanvasRenderingContext2D,
  | 'setTransform'
  | 'clearRect'
  | 'drawImage'
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'arc'
  | 'roundRect'
  | 'stroke'
  | 'fill'
  | 'fillText'
  | 'measureText'
  | 'strokeStyle'
  | 'fillStyle'
  | 'lineWidth'
  | 'lineCap'
  | 'globalAlpha'
  | 'font'
  | 'textAlign'
  | 'textBaseline'
>;

/** From the canvas of the flow to pixels of the element. */
export function toScreen({ viewport }: Pick<TokenScene, 'viewport'>, { x, y }: Point): Point {
  return { x: x * viewport.zoom + viewport.x, y: y * viewport.zoom + viewport.y };
}

/** The sign of an event on a wire. */
export function signOfFlight(scene: Pick<TokenScene, 'eventTypes'>, { token }: Flight): Sign {
  return (token === null ? undefined : scene.eventTypes[token.type]) ?? unknownSign;
}
