import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { textWidth } from './textWidth';
import { shorten, wrapText } from './wrapText';

const texts = fc.oneof(
  fc.string({ maxLength: 80 }),
  fc.string({ unit: fc.constantFrom('订', '单', ' ', 'a', 'W') }),
);

test('no line is wider than it may be, and none is too many', () => {
  fc.assert(
    fc.property(
      texts,
      fc.integer({ min: 40, max: 300 }),
      fc.integer({ min: 1, max: 3 }),
      (text, width, most) => {
        const lines = wrapText(text, width, 12, most);
        expect(lines.length).toBeGreaterThan(0);
        expect(lines.length).toBeLessThanOrEqual(most);
        for (const line of lines) expect(textWidth(line, 12)).toBeLessThanOrEqual(width);
      },
    ),
    { seed: 72 },
  );
});

test('what fits is not changed, and what is cut off ends in an ellipsis', () => {
  expect(shorten('paid', 100, 12)).toBe('paid');
  expect(shorten('waits for the payment gateway', 60, 12)).toMatch(/^waits.*…$/);
  expect(wrapText('PaymentCaptured', 60, 12, 2)).toEqual(['Payment', 'Captured']);
  expect(wrapText('→ OrderPlaced → OrderPaid', 110, 12, 2)).toEqual(['→ OrderPlaced', '→ OrderPaid']);
  expect(wrapText('waits for the answer', 80, 12, 2)).toEqual(['waits for the', 'answer']);
});
