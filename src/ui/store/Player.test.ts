import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FlowDoc } from '#engine/model/FlowDoc';
import type { RunSummary } from '#engine/runtime/Trace';
import type { Stop } from '#engine/runtime/stops/StopRule';
import { FakeRun, frameAt, timeOfStep } from '#worker/fakeRun';
import type { Request, Response } from '#worker/protocol';
import { RunServer } from '#worker/RunServer';
import { Player } from './Player';
import { atRest, type AskRun, type RunData, type RunHost } from './runData';
import { StopLine } from './StopLine';

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

/** A player over a fake run, with a clock that the test turns. */
function setUp(isMotionReduced = false, stopSteps = '') {
  const stops: Stop[] = stopSteps === '' ? [] : [{ id: 's', rule: { on: 'key', key: stopSteps }, nth: 1 }];
  const stopped: number[] = [];
  let data: RunData = {
    doc: docOf(0),
    ...atRest,
  };
  const asked: Request[] = [];
  const open = new Map<number, (response: Response) => void>();
  let isAway = false;
  const server = new RunServer(new FakeRun(), {
    post: (response) => {
      if ('progress' in response) setImmediate(() => player.report(response.progress));
      else open.get(response.id)?.(response);
    },
    later: (work) => setImmediate(work),
    now: () => performance.now(),
  });
  const held: Request[] = [];
  // The worker's answers are typed by their question, as RunClient has it.
  const ask = ((question: string, ...values: unknown[]) =>
    new Promise<unknown>((answer, refuse) => {
      const request = { id: asked.length + 1, ask: question, with: values } as unknown as Request;
      asked.push(request);
      open.set(request.id, (response) => {
        if (!('ok' in response)) return;
        if (response.ok) answer(response.value);
        else refuse(new Error(response.error));
      });
      if (isAway) held.push(request);
      else server.receive(request);
    })) as unknown as AskRun;
  let drawing: ((nowMs: number) => void) | null = null;
  let nowMs = 0;
  const host: RunHost = { get: () => data, set: (change) => (data = { ...data, ...change }) };
  const line = new StopLine(
    host,
    ask,
    () => stops,
    () => undefined,
  );
  const player = new Player(host, {
    ask,
    nextFrame: (draw) => (drawing = draw),
    isMotionReduced: () => isMotionReduced,
    barrierAfter: (step) => line.after(step),
    onStopped: (step) => stopped.push(step),
  });
  const rest = async () => {
    for (let turn = 0; turn < 4; turn += 1) await new Promise((done) => setImmediate(done));
  };
  return {
    player,
    asked,
    get: () => data,
    set: (change: Partial<RunData>) => (data = { ...data, ...change }),
    rest,
    /** Draws pictures, one every 16 ms, for so long. */
    async pass(ms: number) {
      for (const end = nowMs + ms; nowMs < end;) {
        nowMs += 16;
        const draw = drawing;
        drawing = null;
        draw?.(nowMs);
        await rest();
      }
    },
    stopped,
    isDrawing: () => drawing !== null,
    goAway: () => (isAway = true),
    comeBack() {
      isAway = false;
      for (const request of held.splice(0)) server.receive(request);
    },
    async load(steps: number) {
      player.load(docOf(steps), { step: 0 });
      await this.pass(32);
    },
    /** Tells the player that only so many steps are computed, and returns what tells it of the whole. */
    halfComputed(steps: number) {
      const { summary } = data;
      if (summary === null) throw new Error('Nothing is computed.');
      const whole = { summary, isComplete: true, isHeld: false, eventsPerSecond: 0 };
      const known: RunSummary = { ...summary, status: 'running', steps, timeUs: timeOfStep(steps) };
      player.report({ ...whole, summary: known, isComplete: false });
      return { whole };
    },
    play(speed = 1) {
      data = { ...data, isPlaying: true, speed };
      player.play();
    },
  };
}

test('a loaded flow stands at rest, with what comes next already fetched', async () => {
  const page = setUp();
  await page.load(600);
  expect(page.get()).toMatchObject({ playhead: { timeUs: 0, step: 0 }, isComplete: true, generation: 1 });
  expect(page.get().frame).toEqual(frameAt(0));
  expect(page.get().window?.entries.length).toBeGreaterThanOrEqual(400);
  expect(page.get().overview?.steps).toHaveLength(240);
  expect(page.isDrawing()).toBe(false);
});

test('virtual time follows the time of the wall, times the speed', async () => {
  const page = setUp();
  await page.load(600);
  page.play(4);
  await page.pass(16);
  await page.pass(800);
  const { playhead, frame } = page.get();
  expect(playhead.timeUs).toBe(3_200_000);
  expect(frame).toEqual(frameAt(playhead.step));
  expect(timeOfStep(playhead.step)).toBeLessThanOrEqual(playhead.timeUs);
  expect(timeOfStep(playhead.step + 1)).toBeGreaterThan(playhead.timeUs);
});

test('a page that slept does not leap', async () => {
  const page = setUp();
  await page.load(6000);
  page.play();
  await page.pass(64);
  const before = page.get().playhead.timeUs;
  page.set({});
  await page.pass(16);
  expect(page.get().playhead.timeUs - before).toBeLessThanOrEqual(100_000);
});

test('stepping n forward and n back is the identity, and needs no worker inside of the window', async () => {
  const page = setUp(true);
  await page.load(600);
  const frames = () => page.asked.filter(({ ask }) => ask === 'frame').length;
  const asked = frames();
  for (let step = 1; step <= 20; step += 1) {
    page.player.stepForward();
    expect(page.get().playhead).toEqual({ step, timeUs: timeOfStep(step) });
    expect(page.get().frame).toEqual(frameAt(step));
  }
  for (let step = 19; step >= 0; step -= 1) {
    page.player.stepBack();
    expect(page.get().playhead).toEqual({ step, timeUs: timeOfStep(step) });
    expect(page.get().frame).toEqual(frameAt(step));
  }
  expect(frames()).toBe(asked);
});

test('a single step glides for a moment and then everything is at rest', async () => {
  const page = setUp();
  await page.load(60);
  page.player.stepForward();
  expect(page.get()).toMatchObject({ settle: 0, playhead: { step: 1 } });
  await page.pass(200);
  expect(page.get().settle).toBeGreaterThan(0);
  expect(page.get().settle).toBeLessThan(1);
  await page.pass(500);
  expect(page.get()).toMatchObject({ settle: 1, glide: null });
  expect(page.isDrawing()).toBe(false);
});

test('steps asked for while the flow is still being loaded are all done when it is there', async () => {
  const page = setUp();
  page.player.load(docOf(60), { step: 0 });
  for (let step = 1; step <= 20; step += 1) page.player.stepForward();
  await page.pass(600);
  expect(page.get().playhead).toEqual({ step: 20, timeUs: timeOfStep(20) });
});

test('with reduced motion a step is there at once', async () => {
  const page = setUp(true);
  await page.load(60);
  page.player.stepForward();
  expect(page.get()).toMatchObject({ settle: 1, playhead: { step: 1 } });
});

test('seeking shows the picture of any place, and of many places in a row the latest', async () => {
  const page = setUp();
  await page.load(9000);
  const asked = page.asked.length;
  for (let step = 5000; step <= 8000; step += 100) page.player.seek({ step });
  await page.rest();
  expect(page.get().playhead).toEqual({ step: 8000, timeUs: timeOfStep(8000) });
  expect(page.get().frame).toEqual(frameAt(8000));
  expect(page.asked.slice(asked).filter(({ ask }) => ask === 'frame')).toHaveLength(2);
  page.player.stepBack();
  await page.rest();
  expect(page.get().frame).toEqual(frameAt(7999));
});

test('a picture that comes late does not take back who went to a known place meanwhile', async () => {
  const page = setUp();
  await page.load(9000);
  page.goAway();
  page.player.seek({ step: 9000 });
  page.player.seek({ step: 0 });
  page.comeBack();
  await page.rest();
  expect(page.get().playhead).toEqual({ step: 0, timeUs: 0 });
  expect(page.get().frame).toEqual(frameAt(0));
});

test('any mixture of seeking and stepping ends where it says, with the right picture', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(fc.constant('forward'), fc.constant('back'), fc.nat(3000)), { maxLength: 12 }),
      async (moves) => {
        const page = setUp(true);
        await page.load(2500);
        let step = 0;
        for (const move of moves) {
          if (move === 'forward') page.player.stepForward();
          else if (move === 'back') page.player.stepBack();
          else if (typeof move === 'number') page.player.seek({ step: move });
          if (typeof move === 'number') step = Math.min(move, 2500);
          else step = Math.min(Math.max(0, step + (move === 'forward' ? 1 : -1)), 2500);
          await page.rest();
          expect(page.get().playhead.step).toBe(step);
          expect(page.get().frame).toEqual(frameAt(step));
        }
      },
    ),
    { seed: 20_260_701, numRuns: 25 },
  );
});

test('the end that is asked for while the run is computed is its end and not that of what was known then', async () => {
  const page = setUp();
  await page.load(3000);
  const half = page.halfComputed(1500);
  page.player.toEnd();
  await page.rest();
  expect(page.get().playhead).toEqual({ step: 1500, timeUs: timeOfStep(1500) });
  page.player.report(half.whole);
  await page.rest();
  expect(page.get().playhead).toEqual({ step: 3000, timeUs: timeOfStep(3000) });
});

test.each([
  ['seeks', (player: Player) => player.seek({ step: 5 }), 5],
  ['steps back', (player: Player) => player.stepBack(), 1499],
])('who %s while the run is computed is not taken to its end', async (_, goElsewhere, step) => {
  const page = setUp(true);
  await page.load(3000);
  const half = page.halfComputed(1500);
  page.player.toEnd();
  await page.rest();
  goElsewhere(page.player);
  await page.rest();
  page.player.report(half.whole);
  await page.rest();
  expect(page.get().playhead.step).toBe(step);
});

test('playing stops at the end of the run, and then plays again from the beginning', async () => {
  const page = setUp();
  await page.load(20);
  page.play(4);
  await page.pass(400);
  expect(page.get()).toMatchObject({ isPlaying: false, playhead: { step: 20, timeUs: timeOfStep(20) } });
  page.play(1);
  await page.pass(200);
  expect(page.get().isPlaying).toBe(true);
  expect(page.get().playhead.timeUs).toBeLessThan(300_000);
});

test('playing again from a far end waits for the beginning instead of ending there', async () => {
  const page = setUp();
  await page.load(9000);
  page.player.seek({ step: 9000 });
  await page.rest();
  page.goAway();
  page.play(1);
  await page.pass(100);
  expect(page.get()).toMatchObject({ isPlaying: true, playhead: { step: 9000 } });
  page.comeBack();
  await page.pass(400);
  expect(page.get().isPlaying).toBe(true);
  expect(page.get().playhead.timeUs).toBeGreaterThan(200_000);
  expect(page.get().playhead.timeUs).toBeLessThan(500_000);
});

test('as fast as possible ends at the end', async () => {
  const page = setUp();
  await page.load(9000);
  page.play(Infinity);
  await page.pass(160);
  expect(page.get()).toMatchObject({ isPlaying: false, playhead: { step: 9000 } });
  expect(page.get().frame).toEqual(frameAt(9000));
});

test('a document that changes while it plays is shown at the same virtual time', async () => {
  const page = setUp();
  await page.load(600);
  page.play();
  await page.pass(1016);
  const before = page.get().playhead.timeUs;
  page.player.load(docOf(700), 'sameTime');
  await page.pass(32);
  const { doc, playhead, frame, generation, isPlaying } = page.get();
  expect({ seed: doc.seed, generation, isPlaying }).toEqual({ seed: 700, generation: 2, isPlaying: true });
  expect(playhead.timeUs).toBeGreaterThanOrEqual(before);
  expect(playhead.timeUs - before).toBeLessThanOrEqual(64_000);
  expect(frame).toEqual(frameAt(playhead.step));
});

test('of documents that come faster than they load, the latest is shown and none is waited for in vain', async () => {
  const page = setUp();
  await page.load(600);
  page.player.seek({ step: 30 });
  page.goAway();
  for (let steps = 601; steps <= 650; steps += 1) {
    page.player.load(docOf(steps), 'sameTime');
    await page.pass(16);
  }
  expect(page.get().doc.seed).toBe(600);
  page.comeBack();
  await page.pass(64);
  expect(page.get()).toMatchObject({ doc: { seed: 650 }, playhead: { timeUs: timeOfStep(30), step: 30 } });
  expect(page.asked.filter(({ ask }) => ask === 'load')).toHaveLength(3);
});

test('an answer about the old run is dropped', async () => {
  const page = setUp();
  await page.load(9000);
  page.goAway();
  page.player.seek({ step: 8000 });
  page.player.load(docOf(10), { step: 3 });
  await page.pass(16);
  page.comeBack();
  await page.pass(64);
  expect(page.get()).toMatchObject({ doc: { seed: 10 }, playhead: { step: 3 } });
  expect(page.get().frame).toEqual(frameAt(3));
  expect(page.get().error).toBeNull();
});

test('a step that is asked for while a document loads is done when it is there', async () => {
  const page = setUp(true);
  await page.load(600);
  page.player.seek({ step: 10 });
  page.player.load(docOf(650), 'sameStep', () => page.player.stepForward());
  await page.pass(64);
  expect(page.get()).toMatchObject({ doc: { seed: 650 }, playhead: { step: 11 } });
});

test('what a person did while paused is shown as done, however many things at once', async () => {
  const page = setUp(true);
  await page.load(600);
  page.player.seek({ step: 10 });
  page.goAway();
  page.player.load(docOf(650), 'sameStep', () => page.player.showNext(1));
  await page.pass(16);
  page.player.load(docOf(660), 'sameStep', () => page.player.showNext(2));
  page.comeBack();
  await page.pass(64);
  expect(page.get()).toMatchObject({ doc: { seed: 660 }, playhead: { step: 12 } });
});

/** At this speed the fake run makes 5,000 steps in a second of the wall. */
const busy = 250;

test('a busy run is played by pictures, each the frame at its time, at the speed that is wanted', async () => {
  const page = setUp();
  await page.load(60_000);
  const { whole } = page.halfComputed(50_000);
  page.play(busy);
  await page.pass(160);
  const asked = page.asked.length;
  const before = page.get().playhead.timeUs;
  for (let picture = 0; picture < 60; picture += 1) {
    // Of how far it is computed is told now and then.
    if (picture % 6 === 0) page.player.report(whole);
    await page.pass(16);
    const { playhead, frame, window } = page.get();
    expect(frame).toEqual(frameAt(playhead.step));
    expect(window).toEqual({ start: frame, entries: [] });
    expect(timeOfStep(playhead.step)).toBeLessThanOrEqual(playhead.timeUs);
    expect(timeOfStep(playhead.step + 1)).toBeGreaterThan(playhead.timeUs);
  }
  const passedUs = page.get().playhead.timeUs - before;
  expect(Math.abs(passedUs - 960_000 * busy)).toBeLessThanOrEqual(34_000 * busy);
  const questions = page.asked.slice(asked).map(({ ask }) => ask);
  expect(questions).toContain('reel');
  expect(questions).not.toContain('window');
});

test('who pauses a busy run can step on and back from where it stands', async () => {
  const page = setUp(true);
  await page.load(60_000);
  page.play(busy);
  await page.pass(480);
  page.set({ isPlaying: false });
  const { step } = page.get().playhead;
  page.player.stepForward();
  await page.pass(64);
  expect(page.get().playhead.step).toBe(step + 1);
  expect(page.get().frame).toEqual(frameAt(step + 1));
  for (let back = 0; back < 3; back += 1) page.player.stepBack();
  await page.pass(64);
  expect(page.get().frame).toEqual(frameAt(page.get().playhead.step));
  expect(page.get().playhead.step).toBeLessThan(step);
  // What is around the playhead was not fetched while it played.
  expect(page.get().window?.entries.length).toBeGreaterThanOrEqual(400);
});

test('a busy run plays to its very end', async () => {
  const page = setUp();
  await page.load(5_001);
  page.play(busy);
  await page.pass(1_500);
  expect(page.get()).toMatchObject({
    isPlaying: false,
    playhead: { step: 5_001, timeUs: timeOfStep(5_001) },
  });
  expect(page.get().frame).toEqual(frameAt(5_001));
});

test('a busy run that is made slow is played step by step again', async () => {
  const page = setUp();
  await page.load(60_000);
  page.play(busy);
  await page.pass(480);
  page.play(1);
  await page.pass(1_600);
  const asked = page.asked.length;
  await page.pass(320);
  expect(page.asked.slice(asked).filter(({ ask }) => ask === 'reel')).toEqual([]);
  expect(page.get().window?.entries.length).toBeGreaterThanOrEqual(400);
  expect(page.get().frame).toEqual(frameAt(page.get().playhead.step));
});

test('of a busy run nothing is shown that is not of the document that was loaded last', async () => {
  const page = setUp();
  await page.load(60_000);
  page.play(busy);
  await page.pass(480);
  page.player.load(docOf(30_000), 'sameTime');
  await page.pass(480);
  const { doc, playhead, frame, isPlaying } = page.get();
  expect({ seed: doc.seed, isPlaying }).toEqual({ seed: 30_000, isPlaying: true });
  expect(frame).toEqual(frameAt(playhead.step));
});

test('the window stays bounded however long it plays', async () => {
  const page = setUp();
  await page.load(40_000);
  page.play(64);
  await page.pass(4000);
  expect(page.get().playhead.step).toBeGreaterThan(3000);
  expect(page.get().window?.entries.length).toBeLessThan(12_000);
});

test('computing that was stopped stays stopped until somebody steps or plays beyond what is known', async () => {
  const page = setUp(true);
  await page.load(1e12);
  page.player.hold(true);
  await page.rest();
  const known = page.get().summary?.steps ?? 0;
  expect(page.get()).toMatchObject({ isHeld: true, summary: { status: 'cancelled' } });
  // Going beyond leads to the last place that is known.
  page.player.seek({ step: known + 5_000 });
  await page.pass(64);
  expect(page.get()).toMatchObject({ isHeld: true, playhead: { step: known, timeUs: timeOfStep(known) } });
  page.player.stepBack();
  await page.pass(64);
  expect(page.get()).toMatchObject({ isHeld: true, playhead: { step: known - 1 } });
  page.player.stepForward();
  page.player.stepForward();
  await page.pass(160);
  expect(page.get()).toMatchObject({ isHeld: false, playhead: { step: known + 1 } });
  expect(page.get().summary?.steps).toBeGreaterThan(known);
});

test.each([1, 4, 64, 250])('at speed %d playing stops exactly at each step to stop at', async (speed) => {
  const page = setUp(false, '5 6 41');
  const { player, get, stopped } = page;
  await page.load(50);
  for (const step of [5, 6, 41]) {
    page.play(speed);
    await page.pass(3_000);
    expect(get()).toMatchObject({ isPlaying: false, playhead: { step }, frame: { step } });
  }
  expect(stopped).toEqual([5, 6, 41]);
  page.play(speed);
  await page.pass(3_000);
  expect(get().playhead.step).toBe(50);
  player.stop();
});

test('as fast as possible, it stops there as well', async () => {
  const page = setUp(false, '5 1500');
  const { player, get, stopped } = page;
  await page.load(4_000);
  for (const step of [5, 1500]) {
    page.play(Infinity);
    await page.pass(1_000);
    expect(get()).toMatchObject({ isPlaying: false, playhead: { step } });
  }
  expect(stopped).toEqual([5, 1500]);
  player.stop();
});

test('nothing is played that was not looked through for stops', async () => {
  const page = setUp(false, '30');
  const { player, get } = page;
  await page.load(600);
  page.goAway();
  page.play(64);
  await page.pass(1_000);
  expect(get()).toMatchObject({ isPlaying: true, playhead: { step: 0 } });
  page.comeBack();
  await page.pass(3_000);
  expect(get()).toMatchObject({ isPlaying: false, playhead: { step: 30 } });
  player.stop();
});

test('stepping to wanted steps only passes over the others, also over those that have to be fetched', async () => {
  const page = setUp(true);
  await page.load(3_000);
  const isWanted = ({ step }: { readonly step: number }) => step === 7 || step === 2_345;
  for (const step of [7, 2_345, 3_000]) {
    page.player.stepForward(isWanted);
    await page.pass(400);
    expect(page.get()).toMatchObject({ playhead: { step }, frame: { step } });
  }
});
