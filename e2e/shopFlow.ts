/** One line of the script by which the shop publishes. */
export interface Published {
  readonly atMs: number;
  readonly type: string;
  readonly key: string;
}

interface Shop {
  readonly name: string;
  readonly untilMs: number;
  /** In the order in which they are listed. */
  readonly types: readonly string[];
  readonly script: readonly Published[];
  /** Settings of the clerk that are not the usual ones. */
  readonly clerk?: object;
}

/** A flow as a file has it: a shop that publishes what is listed, the bus `orders`, and a clerk who works on it. */
export function shopFlow({ name, untilMs, types, script, clerk = {} }: Shop) {
  return {
    busbar: 1,
    name,
    untilMs,
    eventTypes: types.map((id) => ({ id })),
    nodes: [
      {
        id: 'shop',
        kind: 'publisher',
        name: 'Shop',
        x: 0,
        y: 60,
        settings: { generation: 'script', script },
      },
      { id: 'orders', kind: 'bus', name: 'orders', x: 300, y: 20 },
      { id: 'clerk', kind: 'handler', name: 'Clerk', x: 720, y: 40, settings: clerk },
    ],
    wires: [
      { id: 'in', from: { node: 'shop', port: 'out' }, to: { node: 'orders', port: 'in' } },
      { id: 'out', from: { node: 'orders', port: 'out' }, to: { node: 'clerk', port: 'in' } },
    ],
  };
}
