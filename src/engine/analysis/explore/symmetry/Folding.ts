import type { Break } from '../Break';
import type { Configuration } from '../Configuration';
import type { ConfigurationSet } from '../ConfigurationSet';
import type { Move } from '../Move';
import type { Property } from '../Property';
import { rowOf, type Row } from '../RowWriter';
import type { Space } from '../Space';
import { realRun, type RealRun } from './realRun';
import { Symmetry } from './Symmetry';

/**
 * Keeps one of several configurations that differ only in which of like nodes is in which state, as long as nothing shows
 * that they are not alike. Where something does, it tells them apart and says so: everything has to begin anew then.
 */
export class Folding {
  private readonly space: Space;
  private toldApart: readonly number[];
  private symmetry: Symmetry | null;

  constructor(space: Space, toldApart: readonly number[]) {
    this.space = space;
    this.toldApart = toldApart;
    this.symmetry = Symmetry.of(space, toldApart);
  }

  /** Whether any nodes are alike, as far as is known. */
  get isOn(): boolean {
    return this.symmetry !== null;
  }

  /** The lanes that stand for a lane, itself among them. */
  lanesLike(lane: number): readonly number[] {
    return this.symmetry?.lanesLike(lane) ?? [lane];
  }

  /** Whether a move comes to the same for all that are alike; `seen` says how much was explored. */
  isSure(from: Configuration, move: Move, seen: number): boolean {
    if (this.symmetry === null || this.symmetry.sure(from, move, seen)) return true;
    this.tellApart(this.symmetry.unlike);
    return false;
  }

  /** The row that is kept for what was just written; null where that is not known. */
  kept(): Row | null {
    const { writer } = this.space;
    if (this.symmetry === null) return writer;
    const row = this.symmetry.canonical(writer.bytes);
    if (row !== null) return rowOf(row);
    this.tellAllApart();
    return null;
  }

  /** The run of the nodes themselves that a way through what was kept stands for; null where there is none. */
  realRun(
    property: Property,
    set: ConfigurationSet,
    at: Pick<Break, 'configuration' | 'move'>,
  ): RealRun | null {
    const run = this.symmetry === null ? null : realRun(this.space, property, this.symmetry, set, at);
    if (run === null) this.tellAllApart();
    return run;
  }

  private tellAllApart(): void {
    this.tellApart(this.space.layout.nodes.map((_, place) => place));
  }

  private tellApart(places: readonly number[]): void {
    this.toldApart = [...this.toldApart, ...places];
    // Some of them nobody made.
    this.space.forget();
    this.symmetry = Symmetry.of(this.space, this.toldApart);
  }
}
