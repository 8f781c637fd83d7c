/** A queue with one handler as a flow file: for tests of commands. */
export function testFlow(changes: object = {}): string {
  return JSON.stringify({
    busbar: 1,
    name: 'One queue',
    seed: 7,
    untilMs: 60_000,
    eventTypes: [{ id: 'Job', name: 'Job', shape: 'circle', colour: 1, outline: false }],
    nodes: [
      {
        id: 'source',
        kind: 'publisher',
        name: 'Source',
        x: 0,
        y: 0,
        settings: { interval: { law: 'exponential', mean: 125 } },
      },
      { id: 'queue', kind: 'bus', name: 'Queue', x: 200, y: 0, settings: { groups: 'one' } },
      {
        id: 'server',
        kind: 'handler',
        name: 'Server',
        x: 400,
        y: 0,
        settings: { service: { law: 'exponential', mean: 100 } },
      },
    ],
    wires: [
      { id: 'in', from: { node: 'source', port: 'out' }, to: { node: 'queue', port: 'in' } },
      { id: 'out', from: { node: 'queue', port: 'out' }, to: { node: 'server', port: 'in' } },
    ],
    ...changes,
  });
}
