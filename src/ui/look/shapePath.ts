/** The sign of an event type: hue and shape belong to it and to nothing else. */
export interface Sign {
  readonly shape: 'circle' | 'diamond' | 'square' | 'triangle' | 'hexagon' | 'star';
  /** Slot 1 to 6 of the palette. */
  readonly colour: number;
  /** The second round of shapes, drawn hollow. */
  readonly outline: boolean;
}

/** What is drawn for an event whose type is unknown: a hollow circle. */
export const unknownSign: Sign = { shape: 'circle', colour: 1, outline: true };

/** Path data of a shape around (x, y). All shapes of one radius look equally heavy. */
export function shapePath(shape: Sign['shape'], x: number, y: number, radius: number): string {
  switch (shape) {
    case 'circle':
      return circle(x, y, radius);
    case 'diamond':
      return polygon(x, y, 4, () => radius * 1.25, 0);
    case 'square':
      return roundedSquare(x, y, radius * 0.92, radius * 0.22);
    case 'triangle':
      return triangle(x, y, radius * 1.2);
    case 'hexagon':
      return polygon(x, y, 6, () => radius * 1.12, 0);
    case 'star':
      return polygon(x, y, 10, (corner) => radius * (corner % 2 === 0 ? 1.3 : 0.56), -Math.PI / 2);
  }
}

const at = (x: number, y: number) => `${round(x)} ${round(y)}`;
const round = (n: number) => Math.round(n * 100) / 100;

function circle(x: number, y: number, radius: number): string {
  const r = round(radius);
  return `M${at(x - radius, y)}a${r} ${r} 0 1 1 ${round(2 * radius)} 0a${r} ${r} 0 1 1 ${round(-2 * radius)} 0z`;
}

function polygon(
  x: number,
  y: number,
  corners: number,
  radiusAt: (corner: number) => number,
  start: number,
): string {
  const points = Array.from({ length: corners }, (_, corner) => {
    const angle = start + (corner * 2 * Math.PI) / corners;
    return at(x + radiusAt(corner) * Math.cos(angle), y + radiusAt(corner) * Math.sin(angle));
  });
  return `M${points.join('L')}z`;
}

function roundedSquare(x: number, y: number, half: number, corner: number): string {
  const side = round(2 * (half - corner));
  const c = round(corner);
  const arc = (dx: number, dy: number) => `a${c} ${c} 0 0 1 ${round(dx)} ${round(dy)}`;
  return (
    `M${at(x - half + corner, y - half)}h${side}${arc(corner, corner)}v${side}${arc(-corner, corner)}` +
    `h${-side}${arc(-corner, -corner)}v${-side}${arc(corner, -corner)}z`
  );
}

function triangle(x: number, y: number, reach: number): string {
  const back = x - reach * 0.72;
  return `M${at(back, y - reach)}L${at(x + reach, y)}L${at(back, y + reach)}z`;
}
