import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { legibleViewport, revealingViewport, scales, wholeViewport, zoomedViewport } from './viewportOf';

const sizes = fc.record({
  width: fc.integer({ min: 50, max: 2000 }),
  height: fc.integer({ min: 50, max: 2000 }),
});
const shares = fc.double({ min: 0, max: 1, noNaN: true });

test('the whole drawing is inside of its window, in its middle', () => {
  fc.assert(
    fc.property(sizes, sizes, (drawing, window) => {
      const { x, y, scale } = wholeViewport(drawing, window, 1);
      fc.pre(scale > scales.least);
      expect(drawing.width * scale).toBeLessThanOrEqual(window.width + 0.001);
      expect(drawing.height * scale).toBeLessThanOrEqual(window.height + 0.001);
      expect(x * 2 + drawing.width * scale).toBeCloseTo(window.width);
      expect(y * 2 + drawing.height * scale).toBeCloseTo(window.height);
    }),
    { seed: 73 },
  );
});

test('what is worth seeing is seen, and large enough to be read', () => {
  fc.assert(
    fc.property(sizes, sizes, shares, shares, (drawing, window, across, down) => {
      const box = {
        x: across * (drawing.width - 40),
        y: down * (drawing.height - 30),
        width: 40,
        height: 30,
      };
      const { x, y, scale } = legibleViewport(drawing, window, 1, box);
      expect(scale).toBeGreaterThanOrEqual(scales.legible);
      expect(box.x * scale + x).toBeGreaterThanOrEqual(-0.001);
      expect(box.y * scale + y).toBeGreaterThanOrEqual(-0.001);
      expect((box.x + box.width) * scale + x).toBeLessThanOrEqual(window.width + 0.001);
      expect((box.y + box.height) * scale + y).toBeLessThanOrEqual(window.height + 0.001);
    }),
    { seed: 74 },
  );
});

test('zooming leaves the point under the pointer where it is', () => {
  const viewport = { x: 30, y: -20, scale: 0.8 };
  const at = { x: 100, y: 60 };
  const drawn = (of: typeof viewport) => [(at.x - of.x) / of.scale, (at.y - of.y) / of.scale];
  for (const factor of [0.5, 1.3, 2]) {
    const [x = 0, y = 0] = drawn(zoomedViewport(viewport, factor, at));
    const [ownX = 0, ownY = 0] = drawn(viewport);
    expect(x).toBeCloseTo(ownX);
    expect(y).toBeCloseTo(ownY);
  }
});

test('revealing moves nothing that is in view already, and else as little as it must', () => {
  const window = { width: 300, height: 200 };
  const viewport = { x: 0, y: 0, scale: 1 };
  expect(revealingViewport(viewport, window, { x: 50, y: 50, width: 60, height: 30 })).toEqual(viewport);
  expect(revealingViewport(viewport, window, { x: 400, y: 50, width: 60, height: 30 })).toEqual({
    x: -184,
    y: 0,
    scale: 1,
  });
});
