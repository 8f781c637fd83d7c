import type { EventType } from '#engine/model/FlowDoc';
import type { Sprites } from '#ui/look/drawToken';
import { unknownSign, type Sign } from '#ui/look/shapePath';
import type { Palette } from '#ui/look/tokens';
import type { Point } from '../outward';
import type { PathSamples, WirePath } from '../wirePath';
import type { SeenToken } from './SeenToken';

/** What pictures of tokens have in common, until somebody edits the flow, resizes the page or takes another theme. */
export interface TokenSetting {
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly pixelRatio: number;
  readonly palette: Palette;
  /** By index of the wire in the document that is being run; null for what is not on the canvas. */
  readonly paths: readonly (WirePath | null)[];
  /** By index of the type in the document that is being run. */
  readonly eventTypes: readonly EventType[];
}

/** What changes from one picture to the next. */
export interface TokenPicture extends TokenFocus {
  /** As `TokenPack` packs them. */
  readonly tokens: Float64Array<ArrayBuffer>;
  /** Whether nothing shall move: the tokens are the latest hops, and drawn as badges. */
  readonly isStill: boolean;
}

interface TokenFocus {
  readonly viewport: { readonly x: number; readonly y: number; readonly zoom: number };
  /** Number of the event that is followed, or null. */
  readonly selectedEvent: number | null;
  /** The followed event with those that led to it and those that follow from it: the others fade. Null for none. */
  readonly family: ReadonlySet<number> | null;
  /** Whether every token carries its number, as long as there are few. */
  readonly isLabelled: boolean;
}

/** Everything besides the tokens themselves that their picture depends on. */
export interface TokenScene extends Omit<TokenSetting, 'paths'>, TokenFocus {
  readonly sprites: Sprites;
  readonly samplesOf: SamplesOf;
  readonly font: string;
}

/** The measured path of a wire, by its index in the document that is being run; null for what is not on the canvas. */
export type SamplesOf = (wire: number) => PathSamples | null;

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
export function signOfToken({ eventTypes }: Pick<TokenScene, 'eventTypes'>, { type }: SeenToken): Sign {
  return eventTypes[type] ?? unknownSign;
}
