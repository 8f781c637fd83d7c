import { useLayoutEffect, useRef } from 'react';
import { middleOf } from './geometry';
import type { PictureLayout } from './PictureLayout';
import type { ViewportControl } from './useViewport';
import type { Place } from './walkPicture';

/**
 * While somebody works on a drawing: when it is laid out anew, what was touched stays where it is on the screen, and what
 * is chosen then is in view.
 */
export function useSteadyView(
  isEditing: boolean,
  layout: PictureLayout | null,
  place: Place | null,
  { isByItself, moveBy, reveal }: Pick<ViewportControl, 'isByItself' | 'moveBy' | 'reveal'>,
): void {
  const before = useRef({ layout, touched: null as string | null });
  useLayoutEffect(() => {
    const { layout: old, touched } = before.current;
    const own = stateOf(layout, place);
    before.current = { layout, touched: own ?? touched };
    if (!isEditing || isByItself || layout === null || old === null || layout === old) return;
    const held = [own, touched, ...old.states.map(({ state }) => state.id)].find(
      (id) => boxIn(old, id) !== undefined && boxIn(layout, id) !== undefined,
    );
    const [from, to] = [boxIn(old, held), boxIn(layout, held)];
    if (from !== undefined && to !== undefined) {
      const [was, is] = [middleOf(from), middleOf(to)];
      moveBy({ x: was.x - is.x, y: was.y - is.y });
    }
    const chosen = boxIn(layout, own);
    if (chosen !== undefined) reveal(chosen);
  });
}

const boxIn = (layout: PictureLayout, id: string | null | undefined) =>
  layout.states.find(({ state }) => state.id === id)?.box;

/** The chosen state, or the one that the chosen arrow leaves. */
function stateOf(layout: PictureLayout | null, place: Place | null): string | null {
  if (place?.on !== 'arrow') return place?.id ?? null;
  return layout?.arrows.find(({ arrows }) => arrows.some(({ id }) => id === place.id))?.from ?? null;
}
