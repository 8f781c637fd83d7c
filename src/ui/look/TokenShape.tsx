import { shapePath, type Sign } from './shapePath';
import { eventToken } from './tokens';

interface TokenMarkProps {
  readonly sign: Sign;
  readonly x: number;
  readonly y: number;
  /** Radius of the circle that looks as heavy. */
  readonly radius: number;
  /** Failed or dead: pale, with a cross in the colour of danger. */
  readonly isCrossed?: boolean;
}

/** An event token inside an SVG picture. */
export function TokenMark({ sign, x, y, radius, isCrossed = false }: TokenMarkProps) {
  const colour = `var(--${eventToken(sign.colour)})`;
  const cross = radius * 0.95;
  return (
    <g>
      <path
        d={shapePath(sign.shape, x, y, sign.outline ? radius * 0.88 : radius)}
        fill={sign.outline ? 'none' : colour}
        stroke={sign.outline ? colour : 'none'}
        strokeWidth={sign.outline ? Math.max(1.4, radius * 0.34) : 0}
        strokeLinejoin="round"
        opacity={isCrossed ? 0.55 : 1}
      />
      {isCrossed && (
        <path
          d={`M${x - cross} ${y - cross}l${2 * cross} ${2 * cross}m0 ${-2 * cross}l${-2 * cross} ${2 * cross}`}
          fill="none"
          stroke="var(--danger)"
          strokeWidth={Math.max(1.6, radius * 0.28)}
          strokeLinecap="round"
        />
      )}
    </g>
  );
}

interface TokenShapeProps {
  readonly sign: Sign;
  /** Width and height of the box in pixels. The shape fills about four fifths of it. */
  readonly size: number;
  readonly isCrossed?: boolean;
  /** Read out by screen readers; without it the shape is decoration beside a text. */
  readonly label?: string | undefined;
  readonly className?: string | undefined;
}

/** An event token as a picture of its own. */
export function TokenShape({ sign, size, isCrossed = false, label, className }: TokenShapeProps) {
  const naming =
    label === undefined ? { 'aria-hidden': true as const } : { role: 'img', 'aria-label': label };
  return (
    <svg width={size} height={size} viewBox="-8 -8 16 16" className={className} focusable="false" {...naming}>
      <TokenMark sign={sign} x={0} y={0} radius={5.8} isCrossed={isCrossed} />
    </svg>
  );
}
