import type { Lifecycle } from '#engine/automata/Lifecycle';

/** Transitions between the same two states, with all their letters. */
export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly letters: readonly string[];
}

/** A state that is entered by the same letters from everywhere: drawn once, outside of the others. */
export interface Outer {
  readonly state: string;
  /** Letters that lead here from every core state. */
  readonly enter: readonly string[];
}

export interface FoldedAutomaton {
  readonly core: readonly string[];
  readonly outer: readonly Outer[];
  /** All transitions but those from core states into outer ones. */
  readonly edges: readonly Edge[];
}

/**
 * Folds what can happen anywhere. A letter that leads from all core states to one and the same state, such
 * as `crash`, would otherwise be an arrow from each of them and hide the rest of the picture.
 */
export function foldLetters({ states, initial, transitions }: Lifecycle): FoldedAutomaton {
  const all = states.flatMap((from) =>
    Object.entries(transitions[from] ?? {}).map(([letter, to]) => ({ from, letter, to })),
  );
  const letters = [...new Set(all.map(({ letter }) => letter))];
  const candidates = letters.flatMap((letter) => {
    const uses = all.filter((one) => one.letter === letter);
    const target = uses[0]?.to;
    const isSame = uses.every(({ to }) => to === target);
    const isCommon = uses.length >= 2 && uses.length >= states.length - 2;
    return target !== undefined && target !== initial && isSame && isCommon ? [{ letter, target }] : [];
  });
  const outside = new Set(candidates.map(({ target }) => target));
  const core = states.filter((state) => !outside.has(state));
  // Everything that leads from the core to the outside must do so from each core state, or nothing is folded.
  const isWhole = all
    .filter(({ from, to }) => core.includes(from) && outside.has(to))
    .every(({ letter, to }) => core.every((state) => transitions[state]?.[letter] === to));
  if (!isWhole) return { core: states, outer: [], edges: mergeEdges(all) };
  const outer = [...outside].map((state) => ({
    state,
    enter: candidates.filter(({ target }) => target === state).map(({ letter }) => letter),
  }));
  return {
    core,
    outer,
    edges: mergeEdges(all.filter(({ from, to }) => !(core.includes(from) && outside.has(to)))),
  };
}

function mergeEdges(
  all: readonly { readonly from: string; readonly to: string; readonly letter: string }[],
): readonly Edge[] {
  const merged = new Map<string, Edge>();
  for (const { from, to, letter } of all) {
    const key = `${from}\u0000${to}`;
    const letters = merged.get(key)?.letters ?? [];
    merged.set(key, { from, to, letters: [...letters, letter] });
  }
  return [...merged.values()];
}
