import { useState, type PointerEvent } from 'react';
import styles from './graph.module.css';
import { freestCorner, type Corner } from './freestCorner';
import type { PictureLayout } from './PictureLayout';
import { wholeScale, type Size, type Viewport } from './viewportOf';
import type { Box, Point } from './geometry';

interface Props {
  readonly layout: PictureLayout;
  /** Ids of the states that are active. */
  readonly current: readonly string[];
  readonly viewport: Viewport;
  readonly window: Size;
  readonly onLook: (point: Point) => void;
}

const most: Size = { width: 112, height: 84 };
/** A window smaller than this has no room for a map of itself. */
const leastWindow = 220;
const margin = 8;

/** The whole of a drawing that is larger than its window, and what part of it is seen; pressed or dragged, it leads there. */
export function GraphMap({ layout, current, viewport, window, onLook }: Props) {
  /** While it is dragged it stays where it is. */
  const [held, setHeld] = useState<Corner | null>(null);
  if (window.width < leastWindow || window.height < most.height * 2) return null;
  const scale = wholeScale(layout, most);
  const [width, height] = [Math.max(24, layout.width * scale), Math.max(24, layout.height * scale)];
  const look = (event: PointerEvent<SVGSVGElement>) => {
    const frame = event.currentTarget.getBoundingClientRect();
    onLook({ x: (event.clientX - frame.left) / scale, y: (event.clientY - frame.top) / scale });
  };
  const corner = held ?? freestCorner(seenBoxes(layout, viewport), window, { width, height }, margin);
  const [x, y] = [-viewport.x / viewport.scale, -viewport.y / viewport.scale];
  return (
    <svg
      className={styles['map']}
      data-corner={corner}
      width={width}
      height={height}
      // The keyboard and the screen reader walk the drawing itself.
      aria-hidden="true"
      focusable="false"
      data-testid="graph-map"
      onPointerDown={(event) => {
        event.stopPropagation();
        setHeld(corner);
        event.currentTarget.setPointerCapture(event.pointerId);
        look(event);
      }}
      onPointerMove={(event) => {
        event.stopPropagation();
        if (held !== null) look(event);
      }}
      onPointerUp={(event) => {
        event.stopPropagation();
        setHeld(null);
      }}
      onPointerCancel={() => setHeld(null)}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      <g transform={`scale(${scale})`}>
        {layout.states.map(({ state, box, hasChildren }) => (
          <rect
            key={state.id}
            {...box}
            rx={8}
            data-parent={hasChildren || undefined}
            data-current={current.includes(state.id) || undefined}
          />
        ))}
        <rect
          data-view
          x={x}
          y={y}
          width={window.width / viewport.scale}
          height={window.height / viewport.scale}
          strokeWidth={1.5 / scale}
        />
      </g>
    </svg>
  );
}

/** What there is to read, in pixels of the window. */
function seenBoxes({ states, arrows }: PictureLayout, { x, y, scale }: Viewport): readonly Box[] {
  const boxes = [
    ...states.flatMap(({ box, hasChildren }) => (hasChildren ? [] : [box])),
    ...arrows.flatMap(({ label }) => (label === null ? [] : [label])),
  ];
  return boxes.map((box) => ({
    x: box.x * scale + x,
    y: box.y * scale + y,
    width: box.width * scale,
    height: box.height * scale,
  }));
}
