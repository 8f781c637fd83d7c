import type { Holding } from '#engine/model/waits';
import type { Flight } from '../Trace';
import type { Stay } from './Story';

/** Most stays of one story. */
const mostStays = 4_000;

type Written = { -readonly [K in keyof Stay]: Stay[K] };

/** Where and when a step happens. */
interface Here {
  readonly node: number;
  readonly timeUs: number;
  readonly step: number;
}

/** The stays of a family, written while its steps are looked through. */
export class StayBook {
  readonly stays: Written[] = [];
  isCut = false;
  /** By event and node: what is there now, by what tells it apart. */
  private readonly open = new Map<string, Map<string, number>>();
  private readonly flights = new Map<number, number>();
  /** How many stays of each event last, without those that stay for good. */
  private readonly lively = new Map<number, number>();

  /** The nodes at which an event is. */
  isAt(event: number, node: number): boolean {
    return this.open.has(keyOf(event, node));
  }

  /** Whether any event is somewhere from where it may still go on. */
  get isAnyAlive(): boolean {
    for (const count of this.lively.values()) if (count > 0) return true;
    return false;
  }

  isAlive(event: number): boolean {
    return (this.lively.get(event) ?? 0) > 0;
  }

  /** A message has arrived, or is gone. The place of its stay, or −1. */
  land(flight: number, timeUs: number): number {
    const place = this.flights.get(flight) ?? -1;
    this.flights.delete(flight);
    if (place >= 0) this.close(place, timeUs);
    return place;
  }

  /** A message sets out. */
  take({ id, wire, token, departUs }: Flight, to: number, { step }: Here, after: number): void {
    if (token === null) return;
    const place = this.add({
      event: token.number,
      what: 'wire',
      node: to,
      wire,
      attempt: 0,
      fromUs: departUs,
      toUs: null,
      fromStep: step,
      after,
      isPassive: false,
      isFinal: false,
    });
    if (place >= 0) this.flights.set(id, place);
  }

  /**
   * Brings what a node has of an event up to date. `arrived` is the stay on the wire by which it came in this step, or
   * −1. Returns the stay that things handed on go on from:
   * by wire where the node knows, and for all others.
   */
  update(
    event: number,
    here: Here,
    holdings: readonly Holding[],
    arrived: number,
    wireTo: (wire: number) => number,
  ): { readonly origin: number; readonly origins: ReadonlyMap<number, number> } {
    const key = keyOf(event, here.node);
    const before = this.open.get(key) ?? new Map<string, number>();
    const now = new Map<string, number>();
    const names = new Map(holdings.map((holding) => [nameOf(holding), holding]));
    const ended = [...before].flatMap(([name, place]) => (names.has(name) ? [] : [place]));
    for (const place of ended) this.close(place, here.timeUs);
    const origins = new Map<number, number>();
    for (const [name, holding] of names) {
      const same = before.get(name);
      const own = ended.filter((place) => this.nameAt(place).endsWith(keyPart(holding.key)));
      const candidates = own.length > 0 ? own : ended;
      const after = same ?? this.originOf(event, candidates, arrived, here, wireTo);
      if (holding.wire >= 0 && same === undefined) origins.set(holding.wire, after);
      const place = same ?? this.add(stayOf(event, here, holding, after));
      if (place >= 0) now.set(name, place);
    }
    if (now.size > 0) this.open.set(key, now);
    else this.open.delete(key);
    return { origin: this.originOf(event, ended, arrived, here, wireTo), origins };
  }

  /** The last stay of an event at a node that was not only waiting to hear of it; −1 for none. */
  private lastAt(event: number, node: number): number {
    return this.stays.findLastIndex((stay) => stay.event === event && stay.node === node && !stay.isPassive);
  }

  /** What goes on from here goes on from: the stay that ended, or by which it came, or that was the last here. */
  private originOf(
    event: number,
    candidates: readonly number[],
    arrived: number,
    here: Here,
    wireTo: (wire: number) => number,
  ): number {
    const active = candidates.find((place) => this.stays[place]?.isPassive === false);
    if (active !== undefined) return active;
    const [passive] = candidates;
    if (passive === undefined) return arrived >= 0 ? arrived : this.lastAt(event, here.node);
    return this.returned(event, passive, wireTo) ?? passive;
  }

  /** Back from other hands: the last stay there, if it is over; null when nobody knows where it is. */
  private returned(event: number, passive: number, wireTo: (wire: number) => number): number | null {
    const given = this.stays[passive];
    const wire = this.wires.get(passive) ?? -1;
    if (given === undefined || wire < 0) return null;
    const there = wireTo(wire);
    const place = this.stays.findLastIndex(
      (stay) =>
        stay.event === event && stay.node === there && !stay.isPassive && stay.fromStep >= given.fromStep,
    );
    const stay = this.stays[place];
    return stay === undefined || stay.toUs === null ? null : place;
  }

  private readonly names = new Map<number, string>();
  private readonly wires = new Map<number, number>();

  private nameAt(place: number): string {
    return this.names.get(place) ?? '';
  }

  private add(stay: Written & { name?: string; over?: number }): number {
    if (this.stays.length >= mostStays) {
      this.isCut = true;
      return -1;
    }
    const { name, over, ...rest } = stay;
    const place = this.stays.push(rest) - 1;
    if (name !== undefined) this.names.set(place, name);
    if (over !== undefined) this.wires.set(place, over);
    if (!stay.isFinal) this.lively.set(stay.event, (this.lively.get(stay.event) ?? 0) + 1);
    return place;
  }

  private close(place: number, timeUs: number): void {
    const stay = this.stays[place];
    if (stay === undefined) return;
    stay.toUs = timeUs;
    if (!stay.isFinal) this.lively.set(stay.event, (this.lively.get(stay.event) ?? 0) - 1);
  }
}

const keyOf = (event: number, node: number) => `${event} ${node}`;
const keyPart = (key: string) => `|${key}`;
const nameOf = ({ what, key, attempt, wire }: Holding) => `${what} ${attempt} ${wire}${keyPart(key)}`;

function stayOf(event: number, { node, timeUs, step }: Here, holding: Holding, after: number) {
  const { what, attempt, isPassive, isFinal, wire } = holding;
  return {
    event,
    what,
    node,
    wire: -1,
    attempt,
    fromUs: timeUs,
    toUs: null,
    fromStep: step,
    after,
    isPassive,
    isFinal,
    name: nameOf(holding),
    over: wire,
  };
}
