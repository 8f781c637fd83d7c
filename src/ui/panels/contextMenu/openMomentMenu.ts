import type { MouseEvent } from 'react';
import type { Token } from '#engine/model/NodeKind';
import type { Place } from '#engine/runtime/Trace';
import { useView } from '#ui/store/viewStore';

/** Opens the menu of a moment of the run, instead of the one of the browser. */
export function openMomentMenu(event: MouseEvent, place: Place, token: Token | null = null): void {
  event.preventDefault();
  const { clientX: x, clientY: y } = event;
  // It has no place on the canvas.
  const at = { x: 0, y: 0 };
  useView.getState().openContextMenu({ on: 'moment', id: '', x, y, at, moment: { place, token } });
}
