import type { FaultPlan } from './planFault';

/** A fault that does something to messages, and to how many it has. */
interface Trouble {
  readonly fault: FaultPlan;
  readonly wires: ReadonlySet<number>;
  met: number;
}

/** What becomes of one message that is sent. A lost one is neither doubled nor delayed. */
export interface Mishap {
  isLost: boolean;
  isDoubled: boolean;
  /** How much longer it takes, in microseconds: what several faults add comes together. */
  delayUs: number;
}

/** Which faults lose, double or delay messages just now. What was sent before one began has passed it. */
export class WireTroubles {
  /** While there are none, nobody needs to ask about a wire. */
  isAny = false;
  private active: Trouble[] = [];

  begin(fault: FaultPlan): void {
    this.active.push({ fault, wires: new Set(fault.wires), met: 0 });
    this.isAny = true;
  }

  end(fault: FaultPlan): void {
    this.active = this.active.filter((one) => one.fault.id !== fault.id);
    this.isAny = this.active.length > 0;
  }

  /** Tells what becomes of a message that is sent over a wire now, which counts for every fault that touches it. */
  meet(wire: number): Mishap {
    const mishap: Mishap = { isLost: false, isDoubled: false, delayUs: 0 };
    const touching = this.active.filter(({ wires }) => wires.has(wire));
    const losing = touching.find(({ fault }) => fault.does === 'lose');
    for (const trouble of losing === undefined ? touching : [losing]) {
      const { fault } = trouble;
      trouble.met += 1;
      if (trouble.met === fault.count) this.end(fault);
      if (fault.does === 'lose') mishap.isLost = true;
      else if (fault.does === 'double') mishap.isDoubled = true;
      else mishap.delayUs += fault.delayUs;
    }
    return mishap;
  }

  clone(): WireTroubles {
    const copy = new WireTroubles();
    copy.active = this.active.map((trouble) => ({ ...trouble }));
    copy.isAny = this.isAny;
    return copy;
  }
}
