import { circlesIn, type Part } from './components';
import type { Explorer } from './Explorer';
import type { Move } from './Move';

/** One step of a way through what was explored. */
export interface Leg {
  readonly from: number;
  /** The number of the move among those of the configuration. */
  readonly ordinal: number;
  readonly to: number;
}

/** A run that goes round for ever: the way to a configuration, and from there back to it. */
export interface Lasso {
  readonly start: number;
  readonly loop: readonly Leg[];
}

/**
 * Something that must not wait for ever (weak fairness for each source of steps): what lies first on a wire, the timer that
 * a node set longest ago, or a node that has crashed.
 */
interface Claim {
  isMetAt(configuration: number): boolean;
  isMetBy(leg: Leg): boolean;
}

/**
 * Finds a run that for ever owes what a property asks for, although nothing in it waits for ever and chance is fair: an
 * outcome that is possible again and again comes. These are the end components of a Markov decision process (de Alfaro,
 * Formal Verification of Probabilistic Systems, 1997) in which something is owed throughout. Null where there is none
 * among the configurations that were looked at.
 */
export function findLasso(explorer: Explorer): Lasso | null {
  const { edges, property, set } = explorer;
  if (edges === null || property.isOwed === undefined) return null;
  const owed: number[] = [];
  for (let one = 0; one < set.size && explorer.isLookedAt(one); one += 1) {
    if (property.isOwed(explorer.rememberedAt(one))) owed.push(one);
  }
  const all: Part = { members: owed, keeps: () => true };
  const waiting = circlesIn(edges, all).map((members) => ({ members, keeps: all.keeps }));
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    const circle = new FairCircle(explorer, part);
    const smaller = circle.closed();
    if (smaller !== null) waiting.push(...smaller);
    else {
      const lasso = circle.lasso();
      if (lasso !== null) return lasso;
    }
  }
  return null;
}

class FairCircle {
  private readonly explorer: Explorer;
  private readonly part: Part;
  private readonly members: ReadonlySet<number>;
  private readonly moves: ReadonlyMap<number, readonly Move[]>;

  constructor(explorer: Explorer, part: Part) {
    this.explorer = explorer;
    this.part = part;
    this.members = new Set(part.members);
    this.moves = new Map(part.members.map((one) => [one, explorer.movesOf(one)]));
  }

  /**
   * The parts that are left when every step is taken away of which chance may lead out of here; null when there is no such
   * step.
   */
  closed(): readonly Part[] | null {
    const kept = new Set<string>();
    let isWhole = true;
    for (const from of this.part.members) {
      const leaving = new Set<string>();
      this.eachMove(from, (ordinal, source, to) => {
        if (!this.part.keeps(from, ordinal) || !this.members.has(to)) leaving.add(source);
      });
      this.eachMove(from, (ordinal, source, to) => {
        if (!leaving.has(source)) kept.add(`${from} ${ordinal}`);
        else if (this.part.keeps(from, ordinal) && this.members.has(to)) isWhole = false;
      });
    }
    if (isWhole) return null;
    const keeps = (from: number, ordinal: number): boolean => kept.has(`${from} ${ordinal}`);
    const { edges } = this.explorer;
    const parts = edges === null ? [] : circlesIn(edges, { members: this.part.members, keeps });
    return parts.map((members) => ({ members, keeps }));
  }

  /** The way round from the member that is reached soonest, past something that meets every claim; null where a claim is not met. */
  lasso(): Lasso | null {
    const legs = this.part.members.flatMap((from) => this.legsOf(from));
    let claims = this.claims();
    const isFair = claims.every(
      (claim) =>
        this.part.members.some((one) => claim.isMetAt(one)) || legs.some((leg) => claim.isMetBy(leg)),
    );
    if (!isFair) return null;
    const start = this.part.members.reduce((least, one) => Math.min(least, one));
    const loop: Leg[] = [];
    const walk = (isGoal: (leg: Leg) => boolean): void => {
      for (const leg of this.wayFrom(loop.at(-1)?.to ?? start, isGoal)) {
        loop.push(leg);
        claims = claims.filter((claim) => !isMet(claim, leg));
      }
    };
    claims = claims.filter((claim) => !claim.isMetAt(start));
    while (claims.length > 0) walk((leg) => claims.some((claim) => isMet(claim, leg)));
    if (loop.length === 0 || loop.at(-1)?.to !== start) walk(({ to }) => to === start);
    return { start, loop };
  }

  /** The shortest way from a member to a leg that is looked for, that leg included. */
  private wayFrom(start: number, isGoal: (leg: Leg) => boolean): readonly Leg[] {
    const came = new Map<number, Leg | null>([[start, null]]);
    const queue = [start];
    // The list grows while it is read.
    for (const at of queue) {
      for (const leg of this.legsOf(at)) {
        if (isGoal(leg)) return [...unwound(came, at), leg];
        if (came.has(leg.to)) continue;
        came.set(leg.to, leg);
        queue.push(leg.to);
      }
    }
    throw new RangeError('In a circle every member leads to every other.');
  }

  private legsOf(from: number): readonly Leg[] {
    const legs: Leg[] = [];
    this.eachMove(from, (ordinal, _, to) => {
      if (this.part.keeps(from, ordinal) && this.members.has(to)) legs.push({ from, ordinal, to });
    });
    return legs;
  }

  /** Every move of a member: its number, what it is the step of, and where it leads. */
  private eachMove(from: number, visit: (ordinal: number, source: string, to: number) => void): void {
    const { edges } = this.explorer;
    (this.moves.get(from) ?? []).forEach((move, ordinal) => {
      const isMade = edges !== null && ordinal < edges.degreeOf(from);
      if (isMade) {
        const source = `${move.sort} ${move.node} ${move.from} ${move.verb}`;
        visit(ordinal, source, edges.target(from, ordinal));
      }
    });
  }

  private moveOf({ from, ordinal }: Leg): Move | undefined {
    return this.moves.get(from)?.[ordinal];
  }

  private claims(): readonly Claim[] {
    const { space } = this.explorer;
    const { nodes, laneCount } = space.layout;
    const at = new Map(this.part.members.map((one) => [one, this.explorer.configurationAt(one)]));
    const lanes = Array.from({ length: laneCount }, (_, lane): Claim => ({
      isMetAt: (one) => at.get(one)?.laneLength(lane) === 0,
      isMetBy: (leg) => {
        const move = this.moveOf(leg);
        return move !== undefined && move.from === lane && (move.sort === 'receive' || move.sort === 'lose');
      },
    }));
    const timers = nodes.map((node, place): Claim => ({
      isMetAt: (one) => at.get(one)?.nodeShape(place).content.timers.length === 0,
      isMetBy: (leg) => {
        const move = this.moveOf(leg);
        return move !== undefined && move.node === node && move.outcome.isOldestGone;
      },
    }));
    const ups = nodes.map((_, place): Claim => ({
      isMetAt: (one) => {
        const here = at.get(one);
        return here !== undefined && !space.isDown(here.nodeShape(place));
      },
      isMetBy: () => false,
    }));
    return [...lanes, ...timers, ...ups];
  }
}

const isMet = (claim: Claim, leg: Leg): boolean => claim.isMetBy(leg) || claim.isMetAt(leg.to);

function unwound(came: ReadonlyMap<number, Leg | null>, last: number): readonly Leg[] {
  const legs: Leg[] = [];
  for (let leg = came.get(last); leg !== undefined && leg !== null; leg = came.get(leg.from)) legs.push(leg);
  return legs.toReversed();
}
