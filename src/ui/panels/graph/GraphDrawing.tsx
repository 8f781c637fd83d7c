import type { ReactNode } from 'react';
import { ArrowLabel } from './ArrowLabel';
import { ArrowLine } from './ArrowLine';
import type { AutomatonPicture } from './AutomatonPicture';
import styles from './graph.module.css';
import { headOf } from './headOf';
import type { PictureLayout } from './PictureLayout';
import { roundedPath } from './roundedPath';
import { StateShape } from './StateShape';
import type { Viewport } from './viewportOf';
import type { Place } from './walkPicture';

interface Props {
  readonly picture: AutomatonPicture;
  readonly layout: PictureLayout;
  readonly viewport: Viewport;
  readonly place: Place | null;
  readonly overlay?: ReactNode;
  readonly hasMotion: boolean;
  /** Whether the view follows what is current by itself, and glides there. */
  readonly isByItself: boolean;
}

/** The picture itself. It is hidden from screen readers, which are told the same in words. */
export function GraphDrawing({ picture, layout, viewport, place, overlay, hasMotion, isByItself }: Props) {
  const stateOf = new Map(picture.states.map((state) => [state.id, state]));
  const arrowOf = new Map(picture.arrows.map((arrow) => [arrow.id, arrow]));
  const focusedArrow = place?.on === 'arrow' ? place.id : null;
  const near = place?.on === 'state' ? [place.id] : picture.current;
  const shapes = layout.states.flatMap((measured) => {
    const state = stateOf.get(measured.state.id);
    if (state === undefined) return [];
    const isFocused = place?.on === 'state' && place.id === state.id;
    return [
      <StateShape
        key={state.id}
        state={state}
        measured={measured}
        box={measured.box}
        isCurrent={picture.current.includes(state.id)}
        isFocused={isFocused}
        isRegion={stateOf.get(state.parent ?? '')?.form === 'parallel'}
      />,
    ];
  });
  const last = picture.last ?? null;
  const lines = layout.arrows.flatMap((placed) => {
    const arrows = placed.arrows.flatMap(({ id }) => arrowOf.get(id) ?? []);
    if (arrows.length === 0) return [];
    return [{ placed, arrows, last, focused: focusedArrow, isNear: near.includes(placed.from) }];
  });
  const isFrame = (index: number) => layout.states[index]?.hasChildren === true;
  return (
    <svg
      className={styles['drawing']}
      data-motion={hasMotion || undefined}
      aria-hidden="true"
      focusable="false"
    >
      <g
        className={styles['all']}
        data-glides={isByItself || undefined}
        style={{ transform: `translate(${viewport.x}px, ${viewport.y}px) scale(${viewport.scale})` }}
      >
        {shapes.filter((_, index) => isFrame(index))}
        {layout.starts.map((start) => (
          <StartArrow key={start.state} start={start} />
        ))}
        {lines.map(({ placed, ...props }) => (
          <ArrowLine key={placed.id} placed={placed} {...props} />
        ))}
        {lines.map(({ placed, ...props }) =>
          placed.label === null ? null : (
            <ArrowLabel key={placed.id} placed={placed} label={placed.label} {...props} />
          ),
        )}
        {shapes.filter((_, index) => !isFrame(index))}
        {overlay}
      </g>
    </svg>
  );
}

function StartArrow({ start }: { readonly start: PictureLayout['starts'][number] }) {
  const { way, head } = headOf(start.way, 1.4);
  return (
    <g className={styles['start']}>
      <circle cx={start.dot.x} cy={start.dot.y} r={4} />
      <path className={styles['line']} d={roundedPath(way)} strokeWidth={1.4} />
      <path className={styles['tip']} d={head} />
    </g>
  );
}
