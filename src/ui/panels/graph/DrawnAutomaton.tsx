import { useState } from 'react';
import type { AutomatonPicture, PictureArrow, PictureState } from './AutomatonPicture';
import type { GraphEdits } from './GraphEdits';
import { GraphEditor } from './GraphEditor';

export interface Drawn {
  readonly states: readonly PictureState[];
  readonly arrows: readonly PictureArrow[];
}

/** The smallest owner of a `GraphEditor`: an automaton as a value, and every version of it there was. For tests. */
export function DrawnAutomaton({ onChange }: { readonly onChange: (drawn: Drawn) => void }) {
  const [drawn, setDrawn] = useState<Drawn>({ states: [], arrows: [] });
  const change = (next: Drawn) => {
    setDrawn(next);
    onChange(next);
  };
  const picture: AutomatonPicture = { ...drawn, current: [] };
  return <GraphEditor picture={picture} label="test" letters={['x', 'y']} edits={editsOf(drawn, change)} />;
}

function editsOf({ states, arrows }: Drawn, change: (next: Drawn) => void): GraphEdits {
  const setState = (id: string, values: Partial<PictureState>) =>
    change({ states: states.map((one) => (one.id === id ? { ...one, ...values } : one)), arrows });
  return {
    addState({ label, after }) {
      const id = `s${states.length}`;
      const arrow = { id: `a${arrows.length}`, from: after?.from ?? '', to: id, lines: [after?.label ?? ''] };
      change({
        states: [...states, { id, label, isInitial: states.length === 0 }],
        arrows: after === undefined ? arrows : [...arrows, arrow],
      });
      return id;
    },
    renameState: (id, label) => setState(id, { label }),
    addArrow(from, to, label) {
      const id = `a${arrows.length}`;
      change({ states, arrows: [...arrows, { id, from, to, lines: [label] }] });
      return id;
    },
    relabelArrow: (id, label) =>
      change({ states, arrows: arrows.map((one) => (one.id === id ? { ...one, lines: [label] } : one)) }),
    removeState: (id) =>
      change({
        states: states.filter((one) => one.id !== id),
        arrows: arrows.filter(({ from, to }) => from !== id && to !== id),
      }),
    removeArrow: (id) => change({ states, arrows: arrows.filter((one) => one.id !== id) }),
    markInitial: (id) =>
      change({ states: states.map((one) => ({ ...one, isInitial: one.id === id })), arrows }),
    toggleAccepting: (id) =>
      setState(id, { isAccepting: states.find((one) => one.id === id)?.isAccepting !== true }),
  };
}
