import type { Configuration } from './Configuration';
import type { Move } from './Move';
import type { Property } from './Property';
import type { NodeShape } from './Shapes';
import type { Part, Space } from './Space';

const mostBits = 50;

/** A node that may go next, and with which of its steps. */
export interface Choice {
  readonly place: number;
  readonly part: Part;
}

/**
 * Chooses for a configuration a few nodes such that it is enough to let one of these go next.
 *
 * Steps of different nodes commute: each changes its own node, takes from the head of a lane into it and adds to the tail
 * of lanes out of it. So a set of nodes will do (it is persistent: Godefroid, Partial-Order Methods, 1996, chapter 4) if
 * nothing that the others may do before can enable another step of a node in it; and only a message in a lane that is
 * empty now could. Hence with a node whoever sends into an empty lane of it is in the set. Nodes that a property watches
 * are in it together or not at all, so that their order is kept. Of a node whose own steps commute with what it is sent,
 * its own steps will do.
 *
 * An answer comes only from who was asked. This, and that lanes which were never used are unused, is taken for granted
 * until the contrary is met, upon which whoever explores has to begin anew (`noteMove`): up to there every choice was
 * right, and so the first such step is found.
 */
export class Reduction {
  private readonly space: Space;
  private readonly lanesLike: (lane: number) => readonly number[];
  private readonly watched: readonly number[];
  /** By place: which of its steps commute with the others of the same node. */
  private readonly commutes: readonly (Part | null)[];
  private readonly usedLanes: Uint8Array;
  /** Lanes of answers over which more comes than answers to what is known to be asked. */
  private readonly wildLanes: Uint8Array;
  private readonly known = new Map<number, readonly Choice[]>();
  private senders: readonly (readonly { readonly lane: number; readonly sender: number }[])[] = [];

  /** `lanesLike` tells which lanes are used as soon as one of them is. */
  constructor(
    space: Space,
    { watches, looksAt }: Property,
    lanesLike: (lane: number) => readonly number[] = (lane) => [lane],
  ) {
    this.space = space;
    this.lanesLike = lanesLike;
    this.watched = watches.length > 1 ? watches : [];
    this.commutes = space.layout.nodes.map((node, place) => {
      const planned = space.plan.nodes[node];
      const isLookedAt = this.watched.includes(place) || looksAt.includes(place);
      return isLookedAt ? null : (planned?.behaviour.form?.commutes?.(planned.plan) ?? null);
    });
    this.usedLanes = new Uint8Array(space.layout.laneCount);
    this.wildLanes = new Uint8Array(space.layout.laneCount);
    this.forget();
  }

  /** Whether steps of one node change places too, so that it may never be seen to be in some of its states. */
  get hidesStates(): boolean {
    return this.commutes.some((part) => part !== null);
  }

  /**
   * Notes what a move sends; true when a lane is used for the first time, or an answer comes that nobody seemed to owe, so
   * that earlier choices were too bold.
   */
  noteMove({ sort, from, outcome }: Move, before: NodeShape): boolean {
    let isNew = false;
    for (const { lane } of outcome.sent) {
      if (this.noteUse(lane)) isNew = true;
      if (lane % 2 === 0 || this.wildLanes[lane] === 1) continue;
      const isAnswer = before.asked.has(lane >> 1) || (sort !== 'timer' && from === lane - 1);
      // An answer that vanishes is told by the wire itself, upon its own loss.
      if (isAnswer || (sort !== 'timer' && from === lane)) continue;
      for (const like of this.lanesLike(lane)) this.wildLanes[like] = 1;
      this.forget();
      isNew = true;
    }
    return isNew;
  }

  /** Notes that a lane is used; true when it is the first time. */
  noteUse(lane: number): boolean {
    if (this.usedLanes[lane] === 1) return false;
    for (const like of this.lanesLike(lane)) this.usedLanes[like] = 1;
    this.forget();
    return true;
  }

  /** The nodes that may go next; empty when nobody can. */
  choose(configuration: Configuration): readonly Choice[] {
    const key = this.keyOf(configuration);
    const known = key < 0 ? undefined : this.known.get(key);
    if (known !== undefined) return known;
    const found = this.smallest(configuration);
    if (key >= 0) this.known.set(key, found);
    return found;
  }

  private forget(): void {
    this.known.clear();
    const { space, usedLanes } = this;
    this.senders = space.layout.nodes.map((_, place) =>
      space
        .lanesInto(place)
        .filter((lane) => usedLanes[lane] === 1)
        .map((lane) => ({ lane, sender: space.senderOf[lane] ?? 0 })),
    );
  }

  /** All that a choice depends on: which lanes have something in them, who owes answers, who has timers. −1 for too much. */
  private keyOf(configuration: Configuration): number {
    let key = 1;
    let bits = 0;
    for (let lane = 0; lane < this.usedLanes.length; lane += 1) {
      if (this.usedLanes[lane] !== 1) continue;
      key = key * 2 + (configuration.laneLength(lane) > 0 ? 1 : 0);
      bits += 1;
      if (lane % 2 === 0 || this.wildLanes[lane] === 1) continue;
      key = key * 2 + (this.owes(lane, configuration) ? 1 : 0);
      bits += 1;
    }
    const { nodes } = this.space.layout;
    for (let place = 0; place < nodes.length; place += 1) {
      key = key * 2 + (configuration.nodeShape(place).content.timers.length > 0 ? 1 : 0);
    }
    return bits + nodes.length > mostBits ? -1 : key;
  }

  private smallest(configuration: Configuration): readonly Choice[] {
    const { space } = this;
    const alone = this.aloneOf(configuration);
    if (alone !== null) return [alone];
    const enabled = space.layout.nodes.map((_, place) => space.isEnabled(configuration, place));
    let best: readonly number[] = [];
    for (const [seed, isEnabled] of enabled.entries()) {
      if (!isEnabled) continue;
      const found = this.closure(seed, configuration).filter((place) => enabled[place] === true);
      if (best.length === 0 || found.length < best.length) best = found;
    }
    return best.map((place) => ({ place, part: 'all' }));
  }

  /** A node whose own steps will do. */
  private aloneOf(configuration: Configuration): Choice | null {
    for (const [place, part] of this.commutes.entries()) {
      const hasTimers = configuration.nodeShape(place).content.timers.length > 0;
      if (part === 'timers' && hasTimers) return { place, part };
      if (part !== 'own') continue;
      const answers = (this.senders[place] ?? []).filter(({ lane }) => lane % 2 === 1);
      const isAnswered = answers.some(({ lane }) => configuration.laneLength(lane) > 0);
      const mayBe = answers.some(
        ({ lane }) => configuration.laneLength(lane) === 0 && this.mayCome(lane, configuration),
      );
      if ((hasTimers || isAnswered) && !mayBe) return { place, part };
    }
    return null;
  }

  /** Whether the sender may send into a lane before its receiver makes a step. Who was asked nothing answers nothing. */
  private mayCome(lane: number, configuration: Configuration): boolean {
    if (lane % 2 === 0 || this.wildLanes[lane] === 1) return true;
    return configuration.laneLength(lane - 1) > 0 || this.owes(lane, configuration);
  }

  private owes(lane: number, configuration: Configuration): boolean {
    return configuration.nodeShape(this.space.senderOf[lane] ?? 0).asked.has(lane >> 1);
  }

  private closure(seed: number, configuration: Configuration): readonly number[] {
    const members = [seed];
    const add = (place: number): void => {
      if (!members.includes(place)) members.push(place);
    };
    // The list grows while it is read, until nothing is missing.
    for (const place of members) {
      if (this.watched.includes(place)) for (const other of this.watched) add(other);
      for (const { lane, sender } of this.senders[place] ?? []) {
        if (configuration.laneLength(lane) === 0 && this.mayCome(lane, configuration)) add(sender);
      }
    }
    return members;
  }
}
