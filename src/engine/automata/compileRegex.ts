import type { Bounded } from './Bounded';
import { lettersOfRegex } from './lettersOfRegex';
import { silent, type Arrow, type NondeterministicAutomaton } from './NondeterministicAutomaton';
import type { RegexNode } from './RegexNode';

/** Arrows made before an expression is given up: repetition multiplies. */
const mostArrows = 1_000_000;

/**
 * The automaton of an expression by the construction of Thompson (Regular expression search algorithm, 1968), a part
 * for each repetition that is counted. Its letters are those given, and then those of the expression that are not
 * among them; "any letter" means one of these. O(size × repetitions); ends at a limit of arrows.
 */
export function compileRegex(
  root: RegexNode,
  givenLetters: readonly string[] = [],
  maxArrows = mostArrows,
): Bounded<NondeterministicAutomaton> {
  const letters = [...new Set([...givenLetters, ...lettersOfRegex(root)])];
  const builder = new RegexBuilder(letters, maxArrows);
  const [start, end] = [builder.state(), builder.state()];
  builder.add(root, start, end);
  if (builder.isFull) return { ok: false, limit: 'arrows', max: maxArrows };
  const states = Array.from({ length: builder.stateCount }, (_, index) => `q${index}`);
  const accepting = states.map((_, index) => index === end);
  return { ok: true, value: { states, letters, initials: [start], accepting, arrows: builder.arrows } };
}

class RegexBuilder {
  stateCount = 0;
  readonly arrows: Arrow[] = [];
  readonly #letterOf: ReadonlyMap<string, number>;
  readonly #maxArrows: number;

  constructor(letters: readonly string[], maxArrows: number) {
    this.#letterOf = new Map(letters.map((name, index) => [name, index]));
    this.#maxArrows = maxArrows;
  }

  get isFull(): boolean {
    return this.arrows.length > this.#maxArrows;
  }

  state(): number {
    return this.stateCount++;
  }

  /** Adds ways from one state to another for exactly the words of the expression; nothing once it is full. */
  add(node: RegexNode, from: number, to: number): void {
    if (this.isFull) return;
    if (node.type === 'blank') this.#arrow(from, silent, to);
    else if (node.type === 'letters') this.#addLetters(node.names, node.isExcept, from, to);
    else if (node.type === 'choice') for (const part of node.parts) this.add(part, from, to);
    else if (node.type === 'sequence') this.#addSequence(node.parts, from, to);
    else if (node.type === 'repeat') this.#addRepeat(node.part, node.min, node.max, from, to);
  }

  #addLetters(names: readonly string[], isExcept: boolean, from: number, to: number): void {
    if (!isExcept) for (const name of names) this.#arrow(from, this.#letterOf.get(name) ?? silent, to);
    else
      for (const [name, letter] of this.#letterOf) if (!names.includes(name)) this.#arrow(from, letter, to);
  }

  #addSequence(parts: readonly RegexNode[], from: number, to: number): void {
    let at = from;
    for (const part of parts.slice(0, -1)) at = this.#append(part, at);
    const last = parts.at(-1);
    if (last === undefined) this.#arrow(at, silent, to);
    else this.add(last, at, to);
  }

  #addRepeat(part: RegexNode, min: number, max: number | null, from: number, to: number): void {
    let at = from;
    for (let count = 0; count < min && !this.isFull; count++) at = this.#append(part, at);
    if (max === null) {
      const loop = this.state();
      this.#arrow(at, silent, loop);
      const back = this.#append(part, loop);
      this.#arrow(back, silent, loop);
      this.#arrow(loop, silent, to);
      return;
    }
    for (let count = min; count < max && !this.isFull; count++) {
      this.#arrow(at, silent, to);
      at = this.#append(part, at);
    }
    this.#arrow(at, silent, to);
  }

  /** The state after the part, a new one. */
  #append(part: RegexNode, from: number): number {
    const next = this.state();
    this.add(part, from, next);
    return next;
  }

  #arrow(from: number, letter: number, to: number): void {
    this.arrows.push({ from, letter, to });
  }
}
