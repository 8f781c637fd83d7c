import { expect, test } from 'vitest';
import type { Flight } from '#engine/runtime/Trace';
import { palettes } from '#ui/look/tokens';
import type { VisibleFlight } from '#ui/store/visibleFlights';
import { layoutWires } from '../layoutWires';
import { testFlow, testNode, testWire } from '../testFlow';
import { drawHops } from './drawHops';
import { drawTokens } from './drawTokens';
import { placeTokens } from './placeTokens';
import { recentHops } from './recentHops';
import { seenTokens } from './SeenToken';
import type { TokensContext, TokenScene } from './TokenScene';

const flow = testFlow(
  [testNode('publisher', 'shop', 0, 0), testNode('bus', 'orders', 400, 0)],
  [testWire('in', 'shop.out', 'orders.in')],
);

const flight = (id: number, change: Partial<Flight> = {}): Flight => ({
  id,
  wire: 0,
  kind: 'publish',
  token: { number: id, type: 0, subject: 'k' },
  departUs: 0,
  arriveUs: 1000,
  isCall: false,
  isDeadLetter: false,
  isBad: false,
  ...change,
});

const sprite = (name: string) => ({ name }) as unknown as CanvasImageSource; // Only its identity is looked at.

function sceneWith(change: Partial<TokenScene> = {}): TokenScene {
  return {
    viewport: { x: 0, y: 0, zoom: 1 },
    width: 1000,
    height: 600,
    pixelRatio: 1,
    palette: palettes.light,
    sprites: { of: (sign, look, radius) => sprite(`${sign.shape} ${look} ${radius}`) },
    samplesOf: (wire) => layoutWires(flow).wires[wire]?.samples ?? null,
    eventTypes: flow.eventTypes,
    selectedEvent: null,
    family: null,
    isLabelled: false,
    font: 'sans-serif',
    ...change,
  };
}

/** Writes down what is drawn instead of drawing it. */
function recorder() {
  const images: { readonly name: string; readonly x: number; readonly y: number }[] = [];
  const texts: string[] = [];
  let strokes = 0;
  let arcs = 0;
  const context = {
    drawImage(image: { readonly name: string }, x: number, y: number, width: number) {
      images.push({ name: image.name, x: x + width / 2, y: y + width / 2 });
    },
    fillText: (text: string) => texts.push(text),
    stroke: () => (strokes += 1),
    arc: () => (arcs += 1),
    measureText: (text: string) => ({ width: text.length * 7 }),
    setTransform: () => undefined,
    clearRect: () => undefined,
    beginPath: () => undefined,
    moveTo: () => undefined,
    lineTo: () => undefined,
    roundRect: () => undefined,
    fill: () => undefined,
  };
  // A test double of exactly the methods that the picture uses; colours and widths are plain properties.
  const asContext = context as unknown as TokensContext;
  return { context: asContext, images, texts, strokes: () => strokes, arcs: () => arcs };
}

const draw = (context: TokensContext, scene: TokenScene, flights: readonly VisibleFlight[]) =>
  drawTokens(context, scene, seenTokens(flights));

test('a token is drawn on its wire at its progress, an answer on its way back', () => {
  const { context, images } = recorder();
  draw(context, sceneWith(), [
    { flight: flight(1), progress: 0 },
    { flight: flight(2, { kind: 'ack' }), progress: 0 },
  ]);
  const wire = layoutWires(flow).wires[0];
  expect(images.map(({ name }) => name)).toEqual(['circle event 8', 'circle reply 8']);
  expect([images[0]?.x, images[0]?.y]).toEqual([wire?.from.x, wire?.from.y]);
  expect(images[1]?.x).toBeCloseTo(wire?.to.x ?? 0, 6);
});

test('tokens keep their size on the screen at any zoom, and become dots among blocks', () => {
  const namesAt = (zoom: number) => {
    const { context, images } = recorder();
    draw(context, sceneWith({ viewport: { x: 0, y: 0, zoom } }), [{ flight: flight(1), progress: 0.5 }]);
    return images.map(({ name }) => name);
  };
  expect(namesAt(2)).toEqual(['circle event 8']);
  expect(namesAt(0.4)).toEqual(['circle event 8']);
  expect(namesAt(0.15)).toEqual(['circle event 3']);
});

test('the followed event carries a ring and its number, others only while there are few', () => {
  const followed = recorder();
  draw(followed.context, sceneWith({ selectedEvent: 7 }), [
    { flight: flight(7), progress: 0.2 },
    { flight: flight(8), progress: 0.8 },
  ]);
  expect(followed.texts).toEqual(['#7']);
  expect(followed.arcs()).toBe(1);

  const paused = recorder();
  draw(paused.context, sceneWith({ isLabelled: true }), [
    { flight: flight(7), progress: 0.2 },
    { flight: flight(8), progress: 0.8 },
  ]);
  expect(paused.texts).toEqual(['#7', '#8']);

  const many = recorder();
  draw(
    many.context,
    sceneWith({ isLabelled: true }),
    Array.from({ length: 40 }, (_, id) => ({ flight: flight(id), progress: id / 40 })),
  );
  expect(many.texts).toEqual([]);
});

test('dead letters and bad answers say so', () => {
  const { context, images } = recorder();
  draw(context, sceneWith(), [
    { flight: flight(1, { isDeadLetter: true }), progress: 0.5 },
    { flight: flight(2, { kind: 'ack', isBad: true }), progress: 0.5 },
  ]);
  expect(images.map(({ name }) => name)).toEqual(['circle dead 8', 'circle badReply 8']);
});

test('more than 300 tokens on one wire become a shading', () => {
  const { context, images, strokes } = recorder();
  draw(
    context,
    sceneWith(),
    Array.from({ length: 301 }, (_, id) => ({ flight: flight(id), progress: id / 301 })),
  );
  expect(images).toEqual([]);
  expect(strokes()).toBe(48);
});

test('tokens out of sight, and those on wires that are gone, are left out', () => {
  const tokens = seenTokens([
    { flight: flight(1), progress: 0.5 },
    { flight: flight(2, { wire: 9 }), progress: 0.5 },
  ]);
  expect(placeTokens(sceneWith(), tokens)).toHaveLength(1);
  expect(placeTokens(sceneWith({ viewport: { x: 5000, y: 0, zoom: 1 } }), tokens)).toHaveLength(0);
});

test('without motion what is under way carries the number of its event, latest first, answers left out', () => {
  const entry = (step: number, sent: readonly Flight[], about: object = {}) =>
    ({ step, sent, ...about }) as never; // Nothing else is read.
  const entries = [
    entry(11, [flight(1)]),
    entry(12, [flight(2, { kind: 'ack' })]),
    entry(13, [flight(3), flight(4)]),
    entry(14, [flight(5)]),
    entry(15, [], { kind: 'publish', wire: 0, token: flight(3).token }),
    entry(16, []),
  ];
  const window = { start: { step: 10 } as never, entries };
  const at = (step: number, ids: readonly number[], hops: readonly Flight[] = []) => {
    const frame = { flights: ids.map((id) => flight(id)) } as never;
    return recentHops({ frame, window, playhead: { step, timeUs: 0 }, hops });
  };
  const hops = at(13, [1, 2, 3, 4], [flight(6)]);
  expect(hops.map(({ id }) => id)).toEqual([3, 4, 1]);
  const { context, texts } = recorder();
  drawHops(context, sceneWith(), seenTokens(hops.map((hop) => ({ flight: hop, progress: 0 }))));
  expect(texts).toEqual(['#3', '#4', '#1']);
  // What arrives with the step is seen to do so, and is gone after it.
  expect(at(15, [5]).map(({ id }) => id)).toEqual([5, 3]);
  expect(at(16, [5]).map(({ id }) => id)).toEqual([5]);
  // A busy run is told without its steps.
  const told = [flight(6), flight(7, { kind: 'ack' }), flight(8)];
  expect(at(10, [], told).map(({ id }) => id)).toEqual([8, 6]);
});
