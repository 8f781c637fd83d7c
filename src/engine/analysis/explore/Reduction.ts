import type { Configuration } from './Configuration';
import type { Space } from './Space';

const mostBits = 50;

/**
 * Chooses for a configuration a few nodes such that it is enough to let one of these go next.
 *
 * Steps of different nodes commute: each changes its own node, takes from the head of a lane into it and adds to the tail
 * of lanes out of it. So a set of nodes will do (it is persistent: Godefroid, Partial-Order Methods, 1996, chapter 4) if
 * nothing that the others may do before can enable another step of a node in it; and only a message in a lane that is
 * empty now could. Hence with a node whoever sends into an empty lane of it is in the set. Nodes that a property watches
 * are in it together or not at all, so that their order is kept.
 *
 * Lanes that were never used are taken to be unused until the first use is met, upon which whoever explores has to begin
 * anew (`noteUse`): up to the first use every choice was right, and so the first use is found.
 */
export class Reduction {
  private readonly space: Space;
  private readonly watched: readonly number[];
  private readonly usedLanes: Uint8Array;
  private readonly known = new Map<number, readonly number[]>();
  private senders: readonly (readonly { readonly lane: number; readonly sender: number }[])[] = [];

  constructor(space: Space, watched: readonly number[]) {
    this.space = space;
    this.watched = watched.length > 1 ? watched : [];
    this.usedLanes = new Uint8Array(space.layout.laneCount);
    this.forget();
  }

  /** Notes that something was sent; true when that is the first use of a lane, so that earlier choices were too bold. */
  noteUse(lane: number): boolean {
    if (this.usedLanes[lane] === 1) return false;
    this.usedLanes[lane] = 1;
    this.forget();
    return true;
  }

  /** The places of the nodes that may go next; empty when nobody can. */
  choose(configuration: Configuration): readonly number[] {
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

  /** Which lanes have something in them, and which nodes have timers: all that a choice depends on. −1 for too many. */
  private keyOf(configuration: Configuration): number {
    let key = 1;
    let bits = 0;
    for (let lane = 0; lane < this.usedLanes.length; lane += 1) {
      if (this.usedLanes[lane] !== 1) continue;
      key = key * 2 + (configuration.laneLength(lane) > 0 ? 1 : 0);
      bits += 1;
    }
    const { nodes } = this.space.layout;
    for (let place = 0; place < nodes.length; place += 1) {
      key = key * 2 + (configuration.nodeShape(place).content.timers.length > 0 ? 1 : 0);
    }
    return bits + nodes.length > mostBits ? -1 : key;
  }

  private smallest(configuration: Configuration): readonly number[] {
    const { space } = this;
    const enabled = space.layout.nodes.map((_, place) => space.isEnabled(configuration, place));
    let best: readonly number[] = [];
    for (const [seed, isEnabled] of enabled.entries()) {
      if (!isEnabled) continue;
      const found = this.closure(seed, configuration).filter((place) => enabled[place] === true);
      if (best.length === 0 || found.length < best.length) best = found;
    }
    return best;
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
        if (configuration.laneLength(lane) === 0) add(sender);
      }
    }
    return members;
  }
}
