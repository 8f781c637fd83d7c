import { useState } from 'react';
import { useText } from '#ui/i18n/useText';
import type { AutomatonPicture } from './AutomatonPicture';
import type { Point } from './geometry';
import type { GraphEdits } from './GraphEdits';
import { freeLabel } from './freeLabel';
import { nextPlace } from './nextPlace';
import { usePlace } from './usePlace';
import type { Place } from './walkPicture';

/** A transition that is being drawn. */
export interface Drawing {
  readonly from: string;
  /** Where the pointer is, when it is drawn with one. */
  readonly at: Point | null;
  /** The state that it would lead to. */
  readonly over: string | null;
}

export interface Editing {
  readonly place: Place | null;
  /** What is being named in place. */
  readonly naming: Place | null;
  readonly drawing: Drawing | null;
  readonly choose: (place: Place | null) => void;
  readonly startNaming: (place: Place | null) => void;
  /** Ends naming; null keeps what there was. */
  readonly name: (text: string | null) => void;
  readonly setDrawing: (drawing: Drawing | null) => void;
  /** Ends drawing a transition at a state, or beside all. */
  readonly draw: (from: string, to: string | null) => void;
  readonly addState: (parent?: string) => void;
  readonly addArrow: (from: string, to: string, label: string) => void;
  readonly remove: () => void;
}

interface Options {
  readonly picture: AutomatonPicture;
  readonly edits: GraphEdits;
  readonly letters: readonly string[];
}

/** What is chosen and under way in an editor, and what its gestures come to. */
export function useEditing({ picture, edits, letters }: Options): Editing {
  const t = useText();
  const [place, setPlace] = usePlace(picture);
  const [naming, setNaming] = usePlace(picture);
  const [drawing, setDrawing] = useState<Drawing | null>(null);

  const show = (next: Place, isNew: boolean) => {
    setPlace(next);
    setNaming(isNew ? next : null);
    setDrawing(null);
  };
  const newName = () =>
    freeLabel(
      t('graph.edit.newState'),
      picture.states.map(({ label }) => label),
    );
  const newLabel = (from: string) => {
    const labelsOf = (arrows: AutomatonPicture['arrows']) => new Set(arrows.flatMap(({ lines }) => lines));
    const anywhere = labelsOf(picture.arrows);
    const here = labelsOf(picture.arrows.filter((arrow) => arrow.from === from));
    // What comes next is mostly what has not come yet; and never two ways by one event.
    const unused = (used: ReadonlySet<string>) => letters.find((letter) => !used.has(letter));
    return unused(anywhere) ?? unused(here) ?? letters[0] ?? t('graph.edit.newArrow');
  };

  const draw = (from: string, to: string | null) => {
    const label = newLabel(from);
    if (to === null) {
      show({ on: 'state', id: edits.addState({ label: newName(), after: { from, label } }) }, true);
      return;
    }
    const id = edits.addArrow(from, to, label);
    if (id === null) setDrawing(null);
    else show({ on: 'arrow', id }, true);
  };

  return {
    place,
    naming,
    drawing,
    choose(next) {
      if (drawing === null) {
        setPlace(next);
        if (next === null || next.id !== naming?.id) setNaming(null);
      } else if (next?.on === 'state') draw(drawing.from, next.id);
      else setDrawing(null);
    },
    startNaming: setNaming,
    name(text) {
      const wanted = text?.trim() ?? '';
      if (naming?.on === 'state' && wanted !== '') edits.renameState(naming.id, wanted);
      if (naming?.on === 'arrow' && text !== null) edits.relabelArrow(naming.id, wanted);
      setNaming(null);
    },
    setDrawing,
    draw,
    addState(parent) {
      const inside = parent === undefined ? {} : { parent };
      show({ on: 'state', id: edits.addState({ label: newName(), ...inside }) }, true);
    },
    addArrow(from, to, label) {
      const id = edits.addArrow(from, to, label);
      if (id !== null) show({ on: 'arrow', id }, false);
    },
    remove() {
      if (place === null) return;
      if (place.on === 'state') edits.removeState(place.id);
      else edits.removeArrow(place.id);
      setNaming(null);
      setDrawing(null);
      setPlace(nextPlace(picture, place));
    },
  };
}
