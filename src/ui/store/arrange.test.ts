import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FlowDoc, FlowNode, Wire } from '#engine/model/FlowDoc';
import { newDocument } from '#engine/model/newDocument';
import { align, distribute, type Alignment, type Places } from './arrange';
import { autoLayout } from './autoLayout';
import { areClose, type SizeOf } from './boxes';
import { freePlace } from './freePlace';
import { freeName } from './freeName';

const sizeOf: SizeOf = (node) => ({ width: node.width ?? 100, height: node.height ?? 50 });
const node = (id: string, x: number, y: number, more: Partial<FlowNode> = {}): FlowNode => ({
  id,
  kind: 'handler',
  name: id,
  x,
  y,
  settings: {},
  ...more,
});
const wire = (from: string, to: string): Wire => ({
  id: `${from}-${to}`,
  from: { node: from, port: 'out' },
  to: { node: to, port: 'in' },
  settings: {},
});
const nodes = fc
  .array(fc.record({ x: fc.integer({ min: -500, max: 500 }), y: fc.integer({ min: -500, max: 500 }) }), {
    minLength: 2,
    maxLength: 12,
  })
  .map((places) => places.map(({ x, y }, index) => node(`n${index}`, x, y, { width: 60 + 20 * index })));
const boxes = (all: readonly FlowNode[], places: Places) =>
  all.map((one) => ({ ...sizeOf(one), ...(places.get(one.id) ?? { x: one.x, y: one.y }) }));

describe('aligning', () => {
  test.each<[Alignment, (box: { x: number; y: number; width: number; height: number }) => number]>([
    ['left', (box) => box.x],
    ['centre', (box) => box.x + box.width / 2],
    ['right', (box) => box.x + box.width],
    ['top', (box) => box.y],
    ['middle', (box) => box.y + box.height / 2],
    ['bottom', (box) => box.y + box.height],
  ])('%s puts all nodes on one line, to the pixel', (to, line) => {
    fc.assert(
      fc.property(nodes, (all) => {
        const lines = boxes(all, align(all, to, sizeOf)).map(line);
        expect(Math.max(...lines) - Math.min(...lines)).toBeLessThanOrEqual(1);
      }),
      { seed: 7, numRuns: 50 },
    );
  });
});

describe('distributing', () => {
  const several = nodes.filter((all) => all.length > 2);

  test('makes all gaps equal to the pixel, and never overlaps', () => {
    fc.assert(
      fc.property(several, (all) => {
        const places = distribute(all, 'horizontal', sizeOf);
        const placed = boxes(all, places).toSorted((a, b) => a.x - b.x);
        const gaps = placed.slice(1).map((box, index) => {
          const before = placed[index];
          return before === undefined ? 0 : box.x - before.x - before.width;
        });
        expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(2);
        expect(Math.min(...gaps)).toBeGreaterThanOrEqual(-1);
        expect(boxes(all, places).map((box) => box.y)).toEqual(all.map((one) => one.y));
      }),
      { seed: 7, numRuns: 50 },
    );
  });

  test('leaves the first and the last where there is room, and needs three', () => {
    const row = [node('a', 0, 0), node('b', 110, 5), node('c', 400, 9)];
    expect([...distribute(row, 'horizontal', sizeOf).values()].map(({ x }) => x)).toEqual([0, 200, 400]);
    expect(distribute(row.slice(1), 'vertical', sizeOf).size).toBe(0);
  });
});

describe('arranging the whole flow', () => {
  const doc: FlowDoc = {
    ...newDocument('Flow'),
    nodes: [
      node('c', 900, 10),
      node('a', 40, 60, { kind: 'publisher' }),
      node('b', 500, 700, { kind: 'bus', group: 'frame' }),
      node('d', 0, 0, { group: 'frame' }),
      node('note', 60, 200, { kind: 'note' }),
      node('frame', 0, 0, { kind: 'group', width: 10, height: 10 }),
    ],
    wires: [wire('a', 'b'), wire('b', 'c'), wire('b', 'd')],
  };

  test('puts every node behind its sources, apart from all others, and on the grid', async () => {
    const { places } = await autoLayout(doc, [], sizeOf);
    const xOf = (id: string) => places.get(id)?.x ?? NaN;
    for (const { from, to } of doc.wires) expect(xOf(to.node)).toBeGreaterThanOrEqual(xOf(from.node) + 100);
    const running = boxes(doc.nodes.slice(0, 4), places);
    running.forEach((box, index) => {
      expect([Math.abs(box.x % 20), Math.abs(box.y % 20)]).toEqual([0, 0]);
      for (const other of running.slice(index + 1)) expect(areClose(box, other, 20)).toBe(false);
    });
  });

  test('keeps the top left corner, takes notes along and draws frames around their members', async () => {
    const { places, frames } = await autoLayout(doc, [], sizeOf);
    const all = [...places].filter(([id]) => id !== 'note').map(([, place]) => place);
    expect([Math.min(...all.map(({ x }) => x)), Math.min(...all.map(({ y }) => y))]).toEqual([0, 0]);
    const a = places.get('a') ?? { x: NaN, y: NaN };
    expect(places.get('note')).toEqual({ x: 60 + a.x - 40, y: 200 + a.y - 60 });
    const frame = frames.get('frame');
    const members = boxes(doc.nodes.slice(2, 4), places);
    expect(frame?.x).toBe(Math.min(...members.map((box) => box.x)) - 40);
    expect((frame?.y ?? 0) + (frame?.height ?? 0)).toBe(Math.max(...members.map((box) => box.y + 50)) + 40);
  });

  test('of some nodes leaves the others where they are, and lies on none of them', async () => {
    const { places } = await autoLayout(doc, ['b', 'c'], sizeOf);
    expect([...places.keys()].toSorted()).toEqual(['b', 'c']);
    const [c, a, b, d] = boxes(doc.nodes.slice(0, 4), places);
    for (const moved of [b, c]) {
      for (const staying of [a, d]) {
        expect(moved !== undefined && staying !== undefined && areClose(moved, staying, 1)).toBe(false);
      }
    }
  });

  test('of nothing that runs moves nothing', async () => {
    const { places } = await autoLayout({ ...doc, nodes: doc.nodes.slice(4), wires: [] }, [], sizeOf);
    expect(places.size).toBe(0);
  });
});

test('a free place is the wanted one when it is free, else the nearest on the grid without overlap', () => {
  const size = { width: 100, height: 50 };
  expect(freePlace({ x: 41, y: 59 }, size, [])).toEqual({ x: 40, y: 60 });
  const others = [{ x: 40, y: 60, ...size }];
  expect(freePlace({ x: 41, y: 59 }, size, others)).toEqual({ x: 40, y: 140 });
});

test('a taken name gets the lowest free number', () => {
  expect(freeName('Handler', new Set())).toBe('Handler');
  expect(freeName('Handler', new Set(['Handler', 'Handler 2']))).toBe('Handler 3');
  expect(freeName('Handler 2', new Set(['Handler 2']))).toBe('Handler 3');
});
