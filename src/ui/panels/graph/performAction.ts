import { redo } from '#ui/commands/redo';
import { undo } from '#ui/commands/undo';
import type { AutomatonPicture } from './AutomatonPicture';
import type { EditorAction } from './editorKey';
import type { GraphEdits } from './GraphEdits';
import type { Editing } from './useEditing';

interface Edited {
  readonly picture: AutomatonPicture;
  readonly edits: GraphEdits;
  readonly editing: Editing;
}

/** Does what a key asks for in an editor; nothing where there is nothing to do it to. */
export function performAction(action: EditorAction, edited: Edited): void {
  const { edits, editing } = edited;
  const { place, drawing } = editing;
  const state = place?.on === 'state' ? place.id : null;
  switch (action) {
    case 'undo':
      if (undo.isEnabled()) void undo.perform();
      return;
    case 'redo':
      if (redo.isEnabled()) void redo.perform();
      return;
    case 'addState':
      editing.addState();
      return;
    case 'addArrow':
      if (state !== null) editing.setDrawing({ from: state, at: null, over: state });
      return;
    case 'rename':
      editing.startNaming(place);
      return;
    case 'remove':
      editing.remove();
      return;
    case 'initial':
      if (state !== null) edits.markInitial(state);
      return;
    case 'accepting':
      if (state !== null) edits.toggleAccepting?.(state);
      return;
    case 'nextTarget':
      lookOn(edited, 1);
      return;
    case 'previousTarget':
      lookOn(edited, -1);
      return;
    case 'draw':
      if (drawing !== null && drawing.over !== null) editing.draw(drawing.from, drawing.over);
      return;
    case 'cancel':
      editing.setDrawing(null);
  }
}

/** Goes on to another target of the transition that is being drawn. */
function lookOn({ picture: { states }, editing }: Edited, step: 1 | -1): void {
  const { drawing } = editing;
  if (drawing === null) return;
  const index = states.findIndex(({ id }) => id === drawing.over);
  const next = states[(index + step + states.length) % states.length];
  if (next !== undefined) editing.setDrawing({ ...drawing, at: null, over: next.id });
}
