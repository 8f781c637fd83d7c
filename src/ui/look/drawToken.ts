import { shapePath, type Sign } from './shapePath';
import { eventToken, type Palette } from './tokens';

/** How a token in flight is drawn: as the event itself, as an answer running back, or dead. */
export type TokenLook = 'event' | 'reply' | 'badReply' | 'dead';

/** The part of a drawing context that tokens need, so that tests can pass a recorder. */
export type TokenContext = Pick<
  CanvasRenderingContext2D,
  'fillStyle' | 'strokeStyle' | 'lineWidth' | 'lineJoin' | 'lineCap' | 'globalAlpha' | 'fill' | 'stroke'
>;

/** Draws a token around (x, y). The pale rim keeps it apart from the wire below it. */
function drawToken(
  context: TokenContext,
  palette: Palette,
  sign: Sign,
  look: TokenLook,
  place: { readonly x: number; readonly y: number; readonly radius: number },
): void {
  const { x, y, radius } = place;
  const colour = palette[eventToken(sign.colour)];
  const isHollow = sign.outline || look === 'reply' || look === 'badReply';
  const shape = look === 'reply' || look === 'badReply' ? 'circle' : sign.shape;
  const path = new Path2D(shapePath(shape, x, y, isHollow ? radius * 0.85 : radius));
  context.lineJoin = 'round';
  context.lineCap = 'round';
  context.strokeStyle = palette.canvas;
  context.lineWidth = radius * (isHollow ? 0.8 : 0.5);
  context.stroke(path);
  context.globalAlpha = look === 'dead' ? 0.55 : 1;
  context.fillStyle = isHollow ? palette.raised : colour;
  // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- It fills a path, not an array.
  context.fill(path);
  if (isHollow) {
    context.strokeStyle = look === 'badReply' ? palette.danger : colour;
    context.lineWidth = radius * 0.32;
    context.stroke(path);
  }
  context.globalAlpha = 1;
  if (look === 'dead' || look === 'badReply') drawCross(context, palette, place);
}

function drawCross(
  context: TokenContext,
  palette: Palette,
  { x, y, radius }: { readonly x: number; readonly y: number; readonly radius: number },
): void {
  const reach = radius * 0.9;
  context.strokeStyle = palette.danger;
  context.lineWidth = radius * 0.28;
  context.stroke(
    new Path2D(
      `M${x - reach} ${y - reach}L${x + reach} ${y + reach}M${x + reach} ${y - reach}L${x - reach} ${y + reach}`,
    ),
  );
}

/** Tokens drawn once and copied many times: a drawing a frame would cost ten times as much. */
export interface Sprites {
  /** The picture of a token; its centre is the centre of the picture. */
  of(sign: Sign, look: TokenLook, radius: number): CanvasImageSource;
}

/** Sprites for one theme and one pixel ratio. */
export function createSprites(palette: Palette, pixelRatio: number): Sprites {
  const drawn = new Map<string, CanvasImageSource>();
  return {
    of(sign, look, radius) {
      const key = `${sign.shape}${sign.colour}${sign.outline}${look}${radius}`;
      const known = drawn.get(key);
      if (known !== undefined) return known;
      const sprite = pictureOf(Math.ceil(spriteSize(radius) * pixelRatio), (context) => {
        context.scale(pixelRatio, pixelRatio);
        const centre = spriteSize(radius) / 2;
        drawToken(context, palette, sign, look, { x: centre, y: centre, radius });
      });
      drawn.set(key, sprite);
      return sprite;
    },
  };
}

/** What was drawn, as an image: drawn from a canvas, it would be copied each time. */
function pictureOf(
  size: number,
  draw: (context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D) => void,
): CanvasImageSource {
  if (typeof OffscreenCanvas === 'function') {
    const canvas = new OffscreenCanvas(size, size);
    const context = canvas.getContext('2d');
    if (context !== null) {
      draw(context);
      return canvas.transferToImageBitmap();
    }
  }
  const canvas = document.createElement('canvas');
  canvas.width = size;
  canvas.height = size;
  const context = canvas.getContext('2d');
  if (context !== null) draw(context);
  return canvas;
}

/** Width and height of a sprite in CSS pixels: the widest shape and its rim. */
export function spriteSize(radius: number): number {
  return Math.ceil(radius * 3.4);
}
