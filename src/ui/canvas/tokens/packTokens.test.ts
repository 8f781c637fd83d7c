import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { TokenPack, unpackTokens } from './packTokens';

const token = fc.record({
  wire: fc.nat(),
  share: fc.double({ min: 0, max: 1, noNaN: true }),
  type: fc.integer({ min: -1, max: 500 }),
  look: fc.constantFrom('event' as const, 'reply' as const, 'badReply' as const, 'dead' as const),
  number: fc.oneof(fc.constant(-1), fc.maxSafeNat()),
});

test('tokens come out of their numbers as they went in', () => {
  fc.assert(
    fc.property(fc.array(fc.array(token, { maxLength: 200, size: 'max' }), { maxLength: 3 }), (pictures) => {
      const pack = new TokenPack();
      for (const tokens of pictures) {
        for (const one of tokens) pack.add(one);
        expect(unpackTokens(pack.take())).toEqual(tokens);
      }
    }),
    { seed: 1 },
  );
});
