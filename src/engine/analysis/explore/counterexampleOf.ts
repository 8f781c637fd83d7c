import { factCodes } from '#engine/model/facts';
import type { FlowDoc, Intervention } from '#engine/model/FlowDoc';
import type { RunningKind } from '#engine/model/NodeKind';
import { verdictOf } from '#engine/runtime/verdict';
import type { Move } from './Move';
import { recipeOf, type NotPossible, type RecipeStep } from './Recipe';

/** So many steps, of which the first has this number, again and again. */
export interface Loop {
  readonly from: number;
  readonly length: number;
}

/** A run that breaks a property, as the runtime made it. */
export interface Counterexample {
  readonly steps: readonly RecipeStep[];
  /** What to give the flow so that it runs so. */
  readonly interventions: readonly Intervention[];
  /** The flow that it was found in: bounded, without an end in time, and with these interventions. */
  readonly doc: FlowDoc;
  /** Where its last step leaves the run: what a link says. */
  readonly place: { readonly step: number; readonly timeUs: number; readonly hash: string };
  /** Whether no run with fewer steps breaks the property. */
  readonly isShortest: boolean;
  /** Steps that repeat for ever, from the step with this number, counted from 1; null in a run that breaks it by its end or a step. */
  readonly loop: Loop | null;
  /** Whom the run ends waiting for each other, by node index; empty where it does not end stuck. */
  readonly waiting: readonly number[];
  /** Where the runtime could not follow, or null where it did, with the same facts at every step. */
  readonly notPossible: NotPossible | null;
}

/** How a run breaks a property. */
interface HowItBreaks {
  readonly isEnd: boolean;
  readonly isShortest: boolean;
  readonly loop?: Loop | null;
}

/** Replays an explored run by the runtime and compares what happens, step by step. */
export function counterexampleOf(
  doc: FlowDoc,
  kinds: ReadonlyMap<string, RunningKind>,
  moves: readonly Move[],
  { isEnd, isShortest, loop = null }: HowItBreaks,
): Counterexample {
  const recipe = recipeOf(doc, kinds, moves);
  if ('reason' in recipe) {
    const place = { step: 0, timeUs: 0, hash: '' };
    return { steps: [], interventions: [], doc, place, isShortest, loop, waiting: [], notPossible: recipe };
  }
  const { steps, interventions, simulation } = recipe;
  const verdict = verdictOf(simulation);
  const notPossible =
    firstDifference(steps, moves) ??
    (isEnd && verdict.status === 'running' ? { step: moves.length, reason: 'the run goes on' } : null);
  return {
    steps,
    interventions,
    doc: { ...doc, interventions },
    place: { step: simulation.stepCount, timeUs: simulation.nowUs, hash: simulation.hash.digest() },
    isShortest,
    loop,
    waiting: verdict.status === 'stuck' ? verdict.waiting : [],
    notPossible,
  };
}

function firstDifference(steps: readonly RecipeStep[], moves: readonly Move[]): NotPossible | null {
  for (const [index, step] of steps.entries()) {
    const made = step.facts.map(({ code }) => code).join(', ');
    const explored = (moves[index]?.outcome.noted ?? []).map(({ code }) => factCodes[code]).join(', ');
    if (made === explored) continue;
    return { step: index + 1, reason: `"${explored}" was explored, and "${made}" came of it` };
  }
  return null;
}
