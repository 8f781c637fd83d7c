import { useId, type ReactNode } from 'react';
import { ArrowLabel } from './ArrowLabel';
import { ArrowLine } from './ArrowLine';
import type { AutomatonPicture } from './AutomatonPicture';
import styles from './graph.module.css';
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
}

/** The picture itself. It is hidden from screen readers, which are told the same in words. */
export function GraphDrawing({ picture, layout, viewport, place, overlay, hasMotion }: Props) {
  const marker = useId().replaceAll(/[^\w-]/g, '');
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
      <Heads id={marker} />
      <g transform={`translate(${viewport.x} ${viewport.y}) scale(${viewport.scale})`}>
        {shapes.filter((_, index) => isFrame(index))}
        {layout.starts.map(({ state, dot, way }) => (
          <g key={state} className={styles['start']}>
            <circle cx={dot.x} cy={dot.y} r={4} />
            <path d={roundedPath(way)} markerEnd={`url(#${marker})`} />
          </g>
        ))}
        {lines.map(({ placed, ...props }) => (
          <ArrowLine key={placed.id} placed={placed} marker={marker} {...props} />
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

function Heads({ id }: { readonly id: string }) {
  return (
    <defs>
      {['', '-last'].map((suffix) => (
        <marker
          key={suffix}
          id={`${id}${suffix}`}
          viewBox="0 0 10 10"
          refX="9"
          refY="5"
          markerWidth={suffix === '' ? 9 : 13}
          markerHeight={suffix === '' ? 9 : 13}
          markerUnits="userSpaceOnUse"
          orient="auto"
        >
          <path className={styles['tip']} d="M0 1L9.5 5L0 9L2.2 5Z" />
        </marker>
      ))}
    </defs>
  );
}
