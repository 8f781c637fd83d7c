import type { PlacedState } from './flattenStates';

/** Finds the states that targets lead to, in the way of XState: `sibling.child`, `.child`, `#id`, `#id.child`. */
export class TargetFinder {
  readonly #placed: readonly PlacedState[];
  readonly #ids: ReadonlyMap<string, number>;
  readonly #children: ReadonlyMap<string, number>;

  constructor(placed: readonly PlacedState[]) {
    this.#placed = placed;
    this.#ids = new Map(placed.map(({ id, index }) => [id, index]));
    this.#children = new Map(placed.map(({ parent, state, index }) => [`${parent}.${state.key}`, index]));
  }

  /** The target of a transition of the state at `source`; −1 when there is none. */
  find(text: string, source: number): number {
    if (text.startsWith('#')) return this.#byId(text.slice(1));
    if (text.startsWith('.')) return this.#walk(source, text.slice(1));
    const parent = this.#placed[source]?.parent ?? -1;
    return parent < 0 ? -1 : this.#walk(parent, text);
  }

  /** The state that a path leads to from inside the state at `from`; −1 when there is none. */
  findWithin(text: string, from: number): number {
    return text.startsWith('#') ? this.#byId(text.slice(1)) : this.#walk(from, text);
  }

  #byId(text: string): number {
    const whole = this.#ids.get(text);
    if (whole !== undefined) return whole;
    const dot = text.indexOf('.');
    const start = dot < 0 ? undefined : this.#ids.get(text.slice(0, dot));
    return start === undefined ? -1 : this.#walk(start, text.slice(dot + 1));
  }

  #walk(from: number, path: string): number {
    let at = from;
    for (const key of path.split('.')) at = this.#children.get(`${at}.${key}`) ?? -1;
    return at;
  }
}
