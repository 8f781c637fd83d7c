import type { FaultPlan } from './planFault';
import { WireTroubles } from './WireTroubles';

/** Which wires partitions have cut just now. What was sent before a cut has passed it and arrives. */
export class WireCuts {
  /** How many partitions last: while there are none, nobody needs to ask about a wire. */
  active = 0;
  /** What else befalls messages on wires just now. */
  troubles = new WireTroubles();
  /** By wire, how many partitions lose what is sent over it, and how many hold it. */
  private losing: Uint16Array;
  private holding: Uint16Array;
  /** By wire, when the last of its partitions is to heal. */
  private untilUs: Float64Array;

  constructor(wires: number) {
    this.losing = new Uint16Array(wires);
    this.holding = new Uint16Array(wires);
    this.untilUs = new Float64Array(wires);
  }

  cut({ wires, loses, forUs }: FaultPlan, nowUs: number): void {
    this.active += 1;
    const until = forUs === 0 ? Infinity : nowUs + forUs;
    const counts = loses ? this.losing : this.holding;
    for (const wire of wires) {
      counts[wire] = (counts[wire] ?? 0) + 1;
      this.untilUs[wire] = Math.max(this.untilUs[wire] ?? 0, until);
    }
  }

  heal({ wires, loses }: FaultPlan): void {
    this.active -= 1;
    const counts = loses ? this.losing : this.holding;
    for (const wire of wires) counts[wire] = Math.max(0, (counts[wire] ?? 0) - 1);
  }

  loses(wire: number): boolean {
    return (this.losing[wire] ?? 0) > 0;
  }

  /** When what is sent now over a wire that does not lose it, or must not, sets out; `Infinity` for never. */
  departUs(wire: number, nowUs: number): number {
    const isCut = (this.losing[wire] ?? 0) + (this.holding[wire] ?? 0) > 0;
    return isCut ? Math.max(nowUs, this.untilUs[wire] ?? 0) : nowUs;
  }

  clone(): WireCuts {
    const copy = new WireCuts(0);
    copy.active = this.active;
    copy.troubles = this.troubles.clone();
    copy.losing = this.losing.slice();
    copy.holding = this.holding.slice();
    copy.untilUs = this.untilUs.slice();
    return copy;
  }
}
