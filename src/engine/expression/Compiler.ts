import type { Json } from '#engine/model/Json';
import type { Problem } from '#engine/model/Problem';
import { expressionProblem, type ExpressionProblem } from './expressionProblem';
import type { Part, Place } from './Frame';
import type { Tree } from './parseExpression';

/** What is known while the tree of one expression is made into parts. */
export class Compiler {
  /** The first thing that was wrong. */
  problem: ExpressionProblem | null = null;
  usesRandom = false;
  /** Parts made so far: what a round of a macro costs at most. */
  size = 0;
  readonly #text: string;
  readonly #variables: string[] = [];
  readonly #compile: (tree: Tree, compiler: Compiler) => Part;
  /** The names that are known besides variables, where these are not those of events; null where they are. */
  readonly names: readonly string[] | null;

  constructor(
    text: string,
    compile: (tree: Tree, compiler: Compiler) => Part,
    names: readonly string[] | null = null,
  ) {
    this.#text = text;
    this.#compile = compile;
    this.names = names;
  }

  part(tree: Tree): Part {
    this.size++;
    return this.#compile(tree, this);
  }

  parts(trees: readonly Tree[]): readonly Part[] {
    return trees.map((tree) => this.part(tree));
  }

  /** The text of a part, shortened, to name it in sentences. */
  name({ start, end }: Place): string {
    const text = this.#text.slice(start, end);
    return text.length > 30 ? `${text.slice(0, 29)}…` : text;
  }

  /** Where a name stands at or after a place in the text. */
  placeOf(name: string, start: number, end: number): Place {
    return { start: Math.max(start, this.#text.indexOf(name, start)), end };
  }

  /** A part in which a variable of a macro is known, and what one round of it costs. */
  within(
    variable: string,
    compile: () => Part,
  ): { readonly part: Part; readonly cost: number; readonly slot: number } {
    const slot = this.#variables.push(variable) - 1;
    const before = this.size;
    const part = compile();
    this.#variables.pop();
    return { part, cost: this.size - before, slot };
  }

  /** The slot of the innermost variable of this name; −1 when there is none. */
  slotOf(variable: string): number {
    return this.#variables.lastIndexOf(variable);
  }

  /** Notes what is wrong; the part that it answers with is never run. */
  refuse(
    code: Parameters<typeof expressionProblem>[0],
    place: Place,
    values?: Problem['values'],
  ): () => Json | undefined {
    this.problem ??= expressionProblem(code, place, values);
    return () => undefined;
  }
}
