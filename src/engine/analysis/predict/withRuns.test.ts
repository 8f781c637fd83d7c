import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { drawFlow, type Drawing } from '#engine/analysis/lint/drawFlow';
import type { FlowDoc } from '#engine/model/FlowDoc';
import { parseFlowText } from '#engine/model/parseFlow';
import { judgedKinds } from '#kinds/judgedKinds';
import { runningKinds } from '#kinds/runningKinds';
import { predictFlow } from './predictFlow';
import { simulateFigures } from './simulateFigures';
import { withRuns } from './withRuns';

function predicted(doc: FlowDoc) {
  const theory = predictFlow(doc, judgedKinds, runningKinds);
  const task = simulateFigures(doc, runningKinds, { runs: 4, maxSteps: 50_000 });
  for (;;) {
    const turn = task.next();
    if (turn.done === true) return { theory, whole: withRuns(theory, turn.value), figures: turn.value };
  }
}

/** One line that no theory fits: work that takes part in a condition on its own key. */
const drawn = (service: number): Drawing => ({
  nodes: {
    shop: ['publisher', { interval: { law: 'exponential', mean: 100 }, mix: [{ type: 'T', weight: 1 }] }],
    queue: 'bus',
    pack: [
      'handler',
      { service: { law: 'exponential', mean: service }, poisonKeys: ['key-1'], retries: 1, backoffMs: 0 },
    ],
  },
  wires: ['shop>queue', 'queue>pack'],
});

describe('where no theory says anything, runs do', () => {
  test('the line of a template has figures of runs with their tier, and its reasons stay', () => {
    const url = new URL('../../../../public/examples/order-flow.flow.json', import.meta.url);
    const parsed = parseFlowText(readFileSync(url, 'utf8'), judgedKinds);
    if (!parsed.ok) throw new Error('order-flow');
    const { theory, whole, figures } = predicted(parsed.value);
    const isOpen = theory.stations.filter(({ tier }) => tier === null).map(({ id }) => id);
    expect(isOpen).toContain('email-receipt');
    for (const station of whole.stations) expect(station.tier).not.toBeNull();
    const email = whole.stations.find(({ id }) => id === 'email-receipt');
    expect(email?.tier).toBe('simulation');
    expect(email?.missing.length).toBeGreaterThan(0);
    const utilisation = figures.find(
      ({ id, figure }) => id === 'email-receipt' && figure === 'utilisation',
    )?.interval;
    expect(email?.load).toBe(utilisation?.mean);
    // Three groups wait at the same bus: the length of its lines is not that of one of them.
    expect(email?.queue).toBeNull();
  });

  test('what theory says is left as it is', () => {
    const { theory, whole } = predicted(
      drawFlow({ ...drawn(70), nodes: { ...drawn(70).nodes, pack: 'handler' } }, judgedKinds),
    );
    expect(theory.stations[0]?.tier).not.toBeNull();
    expect(whole.stations).toEqual(theory.stations);
    const told = theory.nodes.flatMap(({ figures }) => figures);
    expect(whole.nodes.flatMap(({ figures }) => figures)).toEqual(expect.arrayContaining(told));
  });

  test('a line that is alone has its length and wait, one that is never idle has none', () => {
    const quiet = predicted({ ...drawFlow(drawn(40), judgedKinds), untilMs: 200_000 });
    const [station] = quiet.whole.stations;
    expect(quiet.theory.stations[0]?.tier).toBeNull();
    const queue = quiet.figures.find(({ id, figure }) => id === 'queue' && figure === 'queue.mean')?.interval;
    expect(station).toMatchObject({ tier: 'simulation', model: 'runs', queue: queue?.mean });
    expect(station?.waitUs).toBeGreaterThan(0);
    const full = predicted({ ...drawFlow(drawn(400), judgedKinds), untilMs: 200_000 });
    expect(full.whole.stations[0]).toMatchObject({ queue: null, waitUs: null });
  });
});
