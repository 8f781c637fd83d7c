import { expect, test } from 'vitest';
import type { Json } from '#engine/model/Json';
import { drawnEdits, readDrawn, writeDrawn, type DrawnAutomaton } from './drawnEdits';

/** A drawing, by the edits that made it. */
function draw(...edits: readonly ((can: ReturnType<typeof drawnEdits>) => unknown)[]): DrawnAutomaton {
  let drawn = readDrawn(null);
  for (const edit of edits) edit(drawnEdits(drawn, (next) => (drawn = next)));
  return drawn;
}

const lock = [
  (can: ReturnType<typeof drawnEdits>) => can.addState({ label: 'new' }),
  (can: ReturnType<typeof drawnEdits>) =>
    can.addState({ label: 'paid', after: { from: 's0', label: 'OrderPaid' } }),
  (can: ReturnType<typeof drawnEdits>) => can.toggleAccepting?.('s1'),
];

test('a drawing becomes an automaton in its own format, and is read back as it was', () => {
  const drawn = draw(...lock);
  expect(writeDrawn(drawn)).toEqual({
    automaton: 1,
    states: ['new', 'paid'],
    letters: ['OrderPaid'],
    initial: ['new'],
    accepting: ['paid'],
    arrows: [['new', 'OrderPaid', 'paid']],
  });
  expect(readDrawn(writeDrawn(drawn))).toEqual(drawn);
  expect(writeDrawn(readDrawn(null))).toBeNull();
});

test('names of states stay unique and never empty', () => {
  const drawn = draw(
    ...lock,
    (can) => can.addState({ label: 'paid' }),
    (can) => can.renameState('s0', 'paid'),
    (can) => can.renameState('s1', '  '),
  );
  expect(drawn.states).toEqual(['new', 'paid', 'paid #2']);
});

test('a transition has a label, is there once, and can be led elsewhere', () => {
  const drawn = draw(
    ...lock,
    (can) => expect(can.addArrow('s0', 's1', '')).toBeNull(),
    (can) => expect(can.addArrow('s0', 's1', 'OrderPaid')).toBe('a0'),
    (can) => expect(can.addArrow('s1', 's1', 'OrderPaid')).toBe('a1'),
    (can) => can.redirectArrow?.('a1', 's1', 's0'),
    (can) => can.relabelArrow('a1', 'Refunded'),
  );
  expect(drawn.arrows).toEqual([
    [0, 'OrderPaid', 1],
    [1, 'Refunded', 0],
  ]);
});

test('what is removed takes its transitions along, and some state stays the initial one', () => {
  const drawn = draw(
    ...lock,
    (can) => can.addArrow('s1', 's1', 'x'),
    (can) => can.removeState('s0'),
  );
  expect(drawn).toEqual({ states: ['paid'], initial: 0, accepting: [true], arrows: [[0, 'x', 0]] });
  const value: Json = writeDrawn(drawn);
  expect(readDrawn(value)).toEqual(drawn);
});
