import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseFlowText } from '#engine/model/parseFlow';
import { Run } from '#engine/runtime/Run';
import type { Frame } from '#engine/runtime/Trace';
import { kinds } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';
import { foldWindow } from './foldWindow';

const text = readFileSync(new URL('../../../public/examples/order-flow.flow.json', import.meta.url), 'utf8');

function loaded(): Run {
  const parsed = parseFlowText(text, kinds);
  if (!parsed.ok) throw new Error(parsed.problems[0]?.code);
  const run = new Run(runningKinds);
  run.load(parsed.value);
  return run;
}

test('a window of a real run, played on, shows what the engine shows at every step', () => {
  const run = loaded();
  const window = run.window({ step: 700 }, 300);
  let frame = window.start;
  for (let step = 701; step <= 1000; step += 1) {
    frame = foldWindow(window, step, frame);
    expect(comparable(frame)).toEqual(comparable(run.frame({ step })));
  }
});

/** Flights are listed by when they arrive in one, and by when they left in the other. */
function comparable(frame: Frame) {
  return { ...frame, flights: frame.flights.toSorted((a, b) => a.id - b.id) };
}
