import { describe, expect, test } from 'vitest';
import type { FlowDoc } from '#engine/model/FlowDoc';
import { FakeRun, frameAt } from './fakeRun';
import type { Request, Response } from './protocol';
import { RunServer } from './RunServer';

/** A document whose fake run has so many steps. */
const docOf = (seed: number): FlowDoc => ({
  busbar: 1,
  name: '',
  description: '',
  seed,
  untilMs: 0,
  eventTypes: [],
  nodes: [],
  wires: [],
  interventions: [],
  faults: [],
  protocols: [],
});

function serve(run = new FakeRun()) {
  const said: Response[] = [];
  const waiting: (() => void)[] = [];
  const rests: number[] = [];
  let clockMs = 0;
  const server = new RunServer(run, {
    post: (response) => said.push(response),
    later(work, afterMs) {
      waiting.push(work);
      rests.push(afterMs);
    },
    // Every look at the clock costs 4 ms: a slice is a few portions long.
    now: () => (clockMs += 4),
  });
  return {
    said,
    answers: () => said.filter((response) => response.id !== 0),
    progress: () => said.flatMap((response) => ('progress' in response ? [response.progress] : [])),
    receive: (request: Request) => server.receive(request),
    rests,
    turn: () => waiting.shift()?.(),
    runOut: () => {
      while (waiting.length > 0) waiting.shift()?.();
    },
  };
}

test('answers in the order of the questions, the first picture before anything is computed', () => {
  const { receive, answers, runOut } = serve();
  receive({ id: 1, ask: 'load', with: [docOf(5000)] });
  expect(answers()).toEqual([{ id: 1, ok: true, value: frameAt(0) }]);
  receive({ id: 2, ask: 'frame', with: [{ step: 4000 }] });
  receive({ id: 3, ask: 'frame', with: [{ step: 1 }] });
  runOut();
  expect(answers().map(({ id }) => id)).toEqual([1, 2, 3]);
  expect(answers()[1]).toEqual({ id: 2, ok: true, value: frameAt(4000) });
});

test('computes at leisure while pictures are taken of what is far behind, and only then', () => {
  const { receive, answers, rests, turn, runOut } = serve();
  const query = (fromUs: number) => ({ fromUs, everyUs: 100_000, count: 3, hopEveryUs: 0 });
  receive({ id: 1, ask: 'load', with: [docOf(100_000)] });
  for (let slice = 0; slice < 6; slice += 1) turn();
  expect(new Set(rests)).toEqual(new Set([0]));
  receive({ id: 2, ask: 'reel', with: [{ step: 0 }, query(0)] });
  expect(answers()[1]).toMatchObject({ ok: true, value: [{ step: 4 }, { step: 6 }, { step: 8 }] });
  turn();
  expect(rests.at(-1)).toBeGreaterThan(0);
  // At the edge of what is known there is no time to lose; and what is waited for is computed at once.
  receive({ id: 3, ask: 'reel', with: [{ step: 0 }, query(1e9)] });
  turn();
  expect(rests.at(-1)).toBe(0);
  receive({ id: 4, ask: 'reel', with: [{ step: 0 }, query(0)] });
  receive({ id: 5, ask: 'frame', with: [{ step: 99_000 }] });
  turn();
  expect(rests.at(-1)).toBe(0);
  runOut();
  expect(answers().at(-1)).toEqual({ id: 5, ok: true, value: frameAt(99_000) });
});

test('lets messages in between slices while a far place is computed', () => {
  const { receive, answers, turn, runOut } = serve();
  receive({ id: 1, ask: 'load', with: [docOf(100_000)] });
  receive({ id: 2, ask: 'frame', with: [{ step: 90_000 }] });
  turn();
  expect(answers()).toHaveLength(1);
  receive({ id: 3, ask: 'load', with: [docOf(10)] });
  receive({ id: 4, ask: 'frame', with: [{ step: 10 }] });
  runOut();
  expect(answers()).toEqual([
    { id: 1, ok: true, value: frameAt(0) },
    { id: 2, ok: false, error: 'superseded' },
    { id: 3, ok: true, value: frameAt(0) },
    { id: 4, ok: true, value: frameAt(10) },
  ]);
});

test('reports progress rarely on the way, and once at the end', () => {
  const { receive, progress, runOut, said } = serve();
  receive({ id: 1, ask: 'load', with: [docOf(100_000)] });
  runOut();
  const reports = progress();
  expect(reports.filter(({ isComplete }) => isComplete)).toHaveLength(1);
  expect(reports.at(-1)).toMatchObject({ isComplete: true, summary: { steps: 100_000 } });
  expect(reports.length).toBeLessThan(100);
  receive({ id: 2, ask: 'summary', with: [] });
  runOut();
  expect(said.filter((response) => 'progress' in response)).toHaveLength(reports.length);
});

test('a question before any document is refused, and so is one that the run throws at', () => {
  const run = new FakeRun();
  run.hashAt = () => {
    throw new Error('An invariant does not hold.');
  };
  const { receive, answers, runOut } = serve(run);
  receive({ id: 1, ask: 'summary', with: [] });
  receive({ id: 2, ask: 'load', with: [docOf(3)] });
  receive({ id: 3, ask: 'hashAt', with: [{ step: 1 }] });
  receive({ id: 4, ask: 'frame', with: [{ step: 3 }] });
  runOut();
  expect(answers()).toEqual([
    { id: 1, ok: false, error: 'No document is loaded.' },
    { id: 2, ok: true, value: frameAt(0) },
    { id: 3, ok: false, error: 'An invariant does not hold.' },
    { id: 4, ok: true, value: frameAt(3) },
  ]);
});

test('a bug while computing on is told to whoever waits, and does not end the server', () => {
  const run = new FakeRun();
  run.advance = () => {
    throw new Error('Undeclared transition.');
  };
  const { receive, answers, runOut } = serve(run);
  receive({ id: 1, ask: 'load', with: [docOf(3)] });
  receive({ id: 2, ask: 'frame', with: [{ step: 3 }] });
  runOut();
  expect(answers()[1]).toEqual({ id: 2, ok: false, error: 'Undeclared transition.' });
});

describe('while computing is held', () => {
  function heldAfter(turns: number) {
    const run = new FakeRun();
    const served = serve(run);
    served.receive({ id: 1, ask: 'load', with: [docOf(100_000_000)] });
    for (let turn = 0; turn < turns; turn += 1) served.turn();
    served.receive({ id: 2, ask: 'hold', with: [true] });
    return { ...served, run };
  }

  test('nothing more is computed, and that is reported at once', () => {
    const { run, runOut, progress } = heldAfter(5);
    const { computed } = run;
    runOut();
    expect(run.computed).toBe(computed);
    expect(progress().at(-1)).toMatchObject({
      isHeld: true,
      isComplete: false,
      eventsPerSecond: 0,
      summary: { status: 'cancelled', steps: computed },
    });
  });

  test('what waited for a far place, and what asks for one, gets the last place that is known', () => {
    const run = new FakeRun();
    const { receive, answers, turn } = serve(run);
    receive({ id: 1, ask: 'load', with: [docOf(100_000_000)] });
    receive({ id: 2, ask: 'frame', with: [{ step: 90_000_000 }] });
    turn();
    receive({ id: 3, ask: 'hold', with: [true] });
    receive({ id: 4, ask: 'frame', with: [{ timeUs: 1e15 }] });
    receive({ id: 5, ask: 'frame', with: [{ step: 3 }] });
    const last = frameAt(run.computed);
    expect(answers().slice(1)).toEqual([
      { id: 3, ok: true, value: null },
      { id: 2, ok: true, value: last },
      { id: 4, ok: true, value: last },
      { id: 5, ok: true, value: frameAt(3) },
    ]);
  });

  test('it goes on where it was when it is let go, and with a new document', () => {
    const { run, receive, turn, runOut, progress } = heldAfter(3);
    const { computed } = run;
    receive({ id: 3, ask: 'hold', with: [false] });
    turn();
    expect(run.computed).toBeGreaterThan(computed);
    expect(progress().at(-1)).toMatchObject({ isHeld: false, summary: { status: 'running' } });
    receive({ id: 4, ask: 'hold', with: [true] });
    receive({ id: 5, ask: 'load', with: [docOf(5_000)] });
    runOut();
    expect(progress().at(-1)).toMatchObject({ isHeld: false, isComplete: true, summary: { steps: 5_000 } });
  });
});

test('portions grow until they take long enough, so that looking at the clock costs nothing', () => {
  const run = new FakeRun();
  const portions: number[] = [];
  run.advance = (steps) => portions.push(steps) < 40;
  let clockMs = 0;
  const server = new RunServer(run, {
    post: () => undefined,
    later: () => undefined,
    now: () => (clockMs += 0.1),
  });
  server.receive({ id: 1, ask: 'load', with: [docOf(1)] });
  expect(portions[0]).toBe(200);
  expect(Math.max(...portions)).toBe(100_000);
});
