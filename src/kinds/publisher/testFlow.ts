import type { Intervention } from '#engine/model/FlowDoc';
import type { Settings } from '#engine/model/fields';

const types = ['OrderPlaced', 'PaymentCaptured', 'StockReserved'];

/** What a test says about the flow around its publisher. */
export interface Around {
  readonly bus?: Settings;
  readonly handler?: Settings;
  readonly interventions?: readonly Intervention[];
}

/** For tests, before the importer: a publisher, a synchronous bus and a handler of 10 ms, unless said otherwise. */
export function testFlow(settings: Settings, around: Around = {}): object {
  const node = (id: string, kind: string, given: Settings) => ({ id, kind, x: 0, y: 0, settings: given });
  return {
    busbar: 1,
    name: 'publisher',
    untilMs: 0,
    eventTypes: types.map((id) => ({ id })),
    nodes: [
      node('shop', 'publisher', settings),
      node('orders', 'bus', { delivery: 'sync', ...around.bus }),
      node('stock', 'handler', { service: { law: 'constant', mean: 10 }, ...around.handler }),
    ],
    wires: [
      { id: 'placed', from: { node: 'shop', port: 'out' }, to: { node: 'orders', port: 'in' } },
      { id: 'to-stock', from: { node: 'orders', port: 'out' }, to: { node: 'stock', port: 'in' } },
    ],
    interventions: around.interventions ?? [],
  };
}
