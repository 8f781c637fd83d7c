import type { FlowDoc } from '#engine/model/FlowDoc';
import type { RunningKind } from '#engine/model/NodeKind';
import { anything } from '../anything';
import { boundedFlow } from '../boundedFlow';
import type { Configuration } from '../Configuration';
import { Explorer } from '../Explorer';
import type { ExploreProgress, StopReason } from '../ExploreProgress';
import type { Move } from '../Move';
import type { MoveListener } from '../MoveListener';
import type { NotedFact } from '../LocalSteps';
import type { CheckSettings } from '../settings';
import { Space } from '../Space';

/** A step between two configurations, by their numbers in the order in which they were found. */
export interface GraphMove {
  readonly to: number;
  /** Index of the node that makes it. */
  readonly node: number;
  readonly noted: readonly NotedFact[];
}

/** Everything that a flow can do, as a graph that fits into memory. It works in slices, as `Explorer` does. */
export class ExploredGraph implements MoveListener {
  readonly doc: FlowDoc;
  /** By configuration: the steps that it can make. */
  moves: GraphMove[][] = [];
  /** Configurations in which nothing can happen any more, and whether a run may end there. */
  ends = new Map<number, boolean>();
  private readonly explorer: Explorer;

  constructor(doc: FlowDoc, kinds: ReadonlyMap<string, RunningKind>, settings: CheckSettings) {
    const bounded = boundedFlow(doc, kinds, settings.events, false);
    this.doc = bounded.doc;
    const space = new Space(bounded.plan, bounded.read, settings.faults);
    this.explorer = new Explorer(space, anything, settings, settings.limits, this);
  }

  get isOver(): boolean {
    return this.explorer.isOver;
  }

  get progress(): ExploreProgress {
    return this.explorer.progress;
  }

  /** Why not everything was explored. */
  get stopped(): StopReason | null {
    return this.explorer.stopped;
  }

  advance(count: number): void {
    this.explorer.advance(count);
  }

  cancel(): void {
    this.explorer.cancel();
  }

  begin(): void {
    this.moves = [];
    this.ends = new Map();
  }

  move(from: number, to: number, _ordinal: number, { node, outcome }: Move): void {
    (this.moves[from] ??= []).push({ to, node, noted: outcome.noted });
  }

  end(configuration: number, here: Configuration): void {
    const isLegal = here.layout.nodes.every((_, place) => here.nodeShape(place).isSettled);
    this.ends.set(configuration, isLegal);
  }
}
