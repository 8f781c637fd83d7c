import { expect, test } from 'vitest';
import type { FlowNode, Protocol } from '#engine/model/FlowDoc';
import { areEyesAbove, boxWithEyes } from './eyesAbove';

const node = (id: string, x: number, y: number): FlowNode => ({
  id,
  kind: 'handler',
  name: id,
  x,
  y,
  settings: {},
});
const bus = node('bus', 0, 0);
const frame = node('frame', -20, -200);
const sizeOf = ({ id }: FlowNode) =>
  id === 'frame' ? { width: 800, height: 800 } : { width: 200, height: 100 };
const eye: Protocol = { id: 'p', name: 'Rule', settings: { bus: 'bus' } };

const isAbove = (others: readonly FlowNode[], protocols: readonly Protocol[] = [eye]) =>
  areEyesAbove(bus, { nodes: [bus, ...others], protocols }, sizeOf);

test('eyes stand below, unless something stands there and nothing above', () => {
  expect(isAbove([])).toBe(false);
  expect(isAbove([node('low', 0, 110)])).toBe(true);
  expect(isAbove([node('low', 180, 140)])).toBe(true);
  expect(isAbove([node('low', 0, 110), node('high', 0, -120)])).toBe(false);
});

test('what is beside them, or far enough, or around the bus is not in their way', () => {
  expect(isAbove([node('right', 220, 110)])).toBe(false);
  expect(isAbove([node('low', 0, 160)])).toBe(false);
  expect(isAbove([frame])).toBe(false);
  expect(isAbove([frame, node('low', 0, 110)])).toBe(true);
});

test('more eyes need more room, and a bus without any needs none', () => {
  expect(isAbove([node('low', 0, 160)], [eye, { ...eye, id: 'q' }])).toBe(true);
  expect(isAbove([node('low', 0, 110)], [])).toBe(false);
});

test('a bus with its eyes is as high wherever they stand', () => {
  const low = node('low', 0, 110);
  const boxAmong = (nodes: readonly FlowNode[]) => boxWithEyes(bus, { nodes, protocols: [eye] }, sizeOf);
  expect(boxAmong([bus])).toEqual({ x: 0, y: 0, width: 200, height: 150 });
  expect(boxAmong([bus, low])).toEqual({ x: 0, y: -50, width: 200, height: 150 });
});
