/** A document, as far as benchmarks make one: what the page opens, and what a plain React Flow can draw too. */
export interface Sketch {
  readonly busbar: 1;
  readonly name: string;
  readonly untilMs: number;
  readonly eventTypes: readonly { readonly id: string }[];
  readonly nodes: readonly SketchNode[];
  readonly wires: readonly SketchWire[];
}

interface SketchNode {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly settings: object;
}

interface SketchWire {
  readonly id: string;
  readonly from: { readonly node: string; readonly port: 'out' };
  readonly to: { readonly node: string; readonly port: 'in' };
  readonly settings: object;
}

interface Size {
  readonly name: string;
  /** Rows of one publisher, one bus and `handlers` handlers. */
  readonly rows: number;
  readonly handlers: number;
  /** Of how many rows, its own and the next ones, a bus hands each event to one handler; 1 if not told. */
  readonly reach?: number;
  /** Events of each publisher in a second. */
  readonly rate: number;
  /** Milliseconds that an event is on each wire. */
  readonly latency: number;
  readonly seconds: number;
}

/** Rows of publisher, bus and handlers; each bus hands its events to all handlers of its row, or to one of several rows. */
export function sketchOf({ name, rows, handlers, reach = 1, rate, latency, seconds }: Size): Sketch {
  const columns = Math.ceil(Math.sqrt(rows / 3));
  const height = Math.max(180, handlers * 130);
  const nodes: SketchNode[] = [];
  const wires: SketchWire[] = [];
  const connect = (from: string, to: string): void => {
    const settings = latency === 0 ? {} : { latency: { law: 'constant', mean: latency } };
    wires.push({
      id: `w${wires.length}`,
      from: { node: from, port: 'out' },
      to: { node: to, port: 'in' },
      settings,
    });
  };
  for (let row = 0; row < rows; row += 1) {
    const [x, y] = [(row % columns) * 1100, Math.floor(row / columns) * (height + 80)];
    const add = (id: string, kind: string, right: number, down: number, settings: object): string => {
      nodes.push({ id, kind, name: id, x: x + right, y: y + down, settings });
      return id;
    };
    const interval = { law: 'exponential', mean: 1000 / rate };
    const shop = add(`shop-${row}`, 'publisher', 0, 40, { interval });
    const bus = add(`bus-${row}`, 'bus', 300, 0, reach > 1 ? { groups: 'one' } : {});
    connect(shop, bus);
    for (let place = 0; place < handlers; place += 1) {
      const service = { law: 'exponential', mean: Math.min(20, 500 / rate) };
      add(`worker-${row}-${place}`, 'handler', 700, place * 130, { service });
      for (let step = 0; step < reach; step += 1)
        connect(`bus-${row}`, `worker-${(row + step) % rows}-${place}`);
    }
  }
  return { busbar: 1, name, untilMs: seconds * 1000, eventTypes: [{ id: 'Placed' }], nodes, wires };
}
