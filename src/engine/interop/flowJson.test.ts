import { newDocument } from '#engine/model/newDocument';
import { randomFlow } from '#engine/model/randomFlow';
import { kinds } from '#kinds/index';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { flowFormats, logFormats } from './index';
import { prettyJson } from './prettyJson';

/** Many documents on a busy machine. */
const slow = { timeout: 60_000 };

const documents = fc.array(fc.nat(0xffff_ffff), { maxLength: 600, size: 'max' }).map((entropy) => {
  let at = 0;
  return randomFlow((n) => (entropy[at++] ?? 0) % n, kinds);
});

test.each(flowFormats.map((format) => [format.id, format] as const))(
  '%s: any document comes back as it was',
  slow,
  (_, format) => {
    fc.assert(
      fc.property(documents, (doc) => {
        expect(format.read(format.write(doc, kinds), kinds)).toEqual({ ok: true, value: doc, problems: [] });
      }),
      { seed: 20_260_104, numRuns: 200 },
    );
  },
);

test.each(flowFormats.map((format) => [format.id, format] as const))(
  '%s: what it wrote, read and written again is the same text',
  slow,
  (_, format) => {
    fc.assert(
      fc.property(documents, (doc) => {
        const text = format.write(doc, kinds);
        const again = format.read(text, kinds);
        expect(again.ok && format.write(again.value, kinds)).toBe(text);
      }),
      { seed: 20_260_105, numRuns: 100 },
    );
  },
);

test('every format has an id of its own and endings for its files', () => {
  const formats = [...flowFormats, ...logFormats];
  expect(new Set(formats.map(({ id }) => id)).size).toBe(formats.length);
  for (const { endings } of formats) expect(endings.length).toBeGreaterThan(0);
});

test('every text is recognised as some kind of log, and none makes a reader throw', slow, () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
      expect(logFormats.some((format) => format.recognises(text))).toBe(true);
      for (const format of logFormats) expect(format.read(text).rows.length).toBeGreaterThanOrEqual(0);
    }),
    { seed: 20_260_106, numRuns: 300 },
  );
});

test('an exported flow is short, and its keys stand in a fixed order', () => {
  const nodes = [{ id: 'n', kind: 'note', name: 'Why', x: 1, y: 2, settings: { text: '' } }];
  expect(flowFormats[0]?.write({ ...newDocument('Orders'), nodes }, kinds)).toBe(
    `{
  "busbar": 1,
  "name": "Orders",
  "seed": 1,
  "untilMs": 600000,
  "eventTypes": [],
  "nodes": [{ "id": "n", "kind": "note", "name": "Why", "x": 1, "y": 2 }],
  "wires": []
}
`,
  );
});

test('what does not fit into a line is broken, inside out', () => {
  const value = {
    short: [1, 2],
    long: ['x'.repeat(60), 'y'.repeat(60)],
    records: [
      { a: 1, b: 2 },
      { a: 3, b: 4 },
    ],
  };
  expect(prettyJson(value)).toBe(`{
  "short": [1, 2],
  "long": [
    "${'x'.repeat(60)}",
    "${'y'.repeat(60)}"
  ],
  "records": [
    { "a": 1, "b": 2 },
    { "a": 3, "b": 4 }
  ]
}`);
});
