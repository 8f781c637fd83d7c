import { compileCondition } from '#engine/expression/compileExpression';
import { createScope } from '#engine/expression/ExpressionScope';
import type { Json } from '#engine/model/Json';
import { gauge } from '#engine/model/measures';
import { forbiddenKeys } from '#engine/model/readValue';
import type { Configuration } from './Configuration';
import { exploreProblem, type ExploreProblem } from './exploreProblem';
import type { NodeShape } from './Shapes';
import type { Move } from './Move';
import type { Space } from './Space';

/** What a condition on a situation may speak of, each by the name or the id of a node. */
const words = ['state', 'waiting', 'working', 'store'] as const;

/** The shapes of nodes by their place. */
export type ShapeAt = (place: number) => NodeShape;

/** A condition on the states of nodes between two steps, compiled. */
export interface Situation {
  /** Places of the nodes it may look at. */
  readonly places: readonly number[];
  /** Whether it is given; it is not where it has no value. */
  isGiven(shapeAt: ShapeAt): boolean;
  /** Why it had no value somewhere; empty where it always had one. */
  readonly noValue: string;
}

/** The shapes that a move leads to. */
export function shapesAfter(move: Move, from: Configuration, space: Space): ShapeAt {
  const moved = space.placeOf[move.node];
  return (place) => (place === moved ? move.outcome.shape : from.nodeShape(place));
}

/**
 * Compiles a condition such as `waiting.Orders <= 3` or `store.Accounts.a + store.Accounts.b == 100`. The words are
 * `state` (of the node's automaton), `waiting` and `working` (how many), and `store` (its values by key).
 */
export function compileSituation(text: string, name: string, space: Space): Situation | ExploreProblem {
  const { nodes } = space.plan.doc;
  if (text.trim() === '') {
    const example = `waiting["${nodes[space.layout.nodes[0] ?? 0]?.name ?? 'Orders'}"] <= 3`;
    return exploreProblem('explore-empty', { name, example });
  }
  const compiled = compileCondition(text, words);
  if (!compiled.ok) return { problem: compiled.problem };
  const unknown = unknownNode(text, space);
  if (unknown !== null) {
    const options = space.layout.nodes.map((node) => nodes[node]?.name ?? '').join(', ');
    return exploreProblem('explore-node', { name, value: `"${unknown}"`, options });
  }
  return new CompiledSituation(placesIn(text, space), (scope) => compiled.evaluate(scope), space);
}

class CompiledSituation implements Situation {
  readonly places: readonly number[];
  noValue = '';
  private readonly space: Space;
  private readonly evaluate: Evaluate;
  private readonly scope = createScope();
  private readonly known = new Map<string, boolean>();

  constructor(places: readonly number[], evaluate: Evaluate, space: Space) {
    this.places = places;
    this.evaluate = evaluate;
    this.space = space;
  }

  isGiven(shapeAt: ShapeAt): boolean {
    const key = this.places.map((place) => shapeAt(place).id).join(' ');
    const known = this.known.get(key);
    if (known !== undefined) return known;
    this.scope.context = this.contextOf(shapeAt);
    const result = this.evaluate(this.scope);
    if (!result.ok) this.noValue = result.error;
    const isGiven = result.ok && result.value;
    this.known.set(key, isGiven);
    return isGiven;
  }

  private contextOf(shapeAt: ShapeAt): Json {
    const context: Record<(typeof words)[number], Record<string, Json>> = {
      state: {},
      waiting: {},
      working: {},
      store: {},
    };
    for (const place of this.places) {
      const { node, content } = shapeAt(place);
      const planned = this.space.plan.nodes[node];
      // Values of nodes are plain data, as their states are.
      const values = planned?.behaviour.form?.values?.(content.state) as Json | undefined;
      for (const name of namesOf(place, this.space)) {
        context.state[name] = planned?.kind.automaton.states[content.lifecycle] ?? '';
        context.waiting[name] = content.levels[gauge.queue] ?? 0;
        context.working[name] = content.levels[gauge.busy] ?? 0;
        if (values !== undefined) context.store[name] = values;
      }
    }
    return context;
  }
}

type Evaluate = (
  scope: ReturnType<typeof createScope>,
) => { readonly ok: true; readonly value: boolean } | { readonly ok: false; readonly error: string };

/** By what names a node may be called: its id, and its name where no id and no earlier node is called so. */
function namesOf(place: number, space: Space): readonly string[] {
  const { nodes } = space.plan.doc;
  const node = space.layout.nodes[place] ?? 0;
  const { id = '', name = '' } = nodes[node] ?? {};
  const isTaken = nodes.some((other, index) => other.id === name || (other.name === name && index < node));
  const names = isTaken && name !== id ? [id] : [id, name];
  return [...new Set(names)].filter((one) => !forbiddenKeys.has(one));
}

/** Where a word is followed by the name of a node: `state.Orders`, `state["Orders"]`. */
const use = /\b(?:state|waiting|working|store)\b(?:\s*\.\s*(\w+)|\s*\[\s*(?:"([^"\\]*)"|'([^'\\]*)')\s*\])?/g;

/** The places of the nodes that a text names where it uses a word; all of them where a word stands alone. */
function placesIn(text: string, space: Space): readonly number[] {
  const all = space.layout.nodes.map((_, place) => place);
  const used = [...text.matchAll(use)].map(([, field, double, single]) => field ?? double ?? single);
  if (used.includes(undefined)) return all;
  return all.filter((place) => namesOf(place, space).some((name) => used.includes(name)));
}

function unknownNode(text: string, space: Space): string | null {
  const known = new Set(space.layout.nodes.flatMap((_, place) => namesOf(place, space)));
  const plain = text.replace(/\.\s*(?:state|waiting|working|store)\b/g, '.');
  for (const [, field, double, single] of plain.matchAll(use)) {
    const name = field ?? double ?? single;
    if (name !== undefined && !known.has(name)) return name;
  }
  return null;
}
