import { expect, test } from 'vitest';
import { judgedKinds } from '#kinds/judgedKinds';
import { drawFlow, type Drawing } from './drawFlow';
import { judgeFlow } from './judgeFlow';
import { lintExamples } from './lintExamples';
import { mendFlow } from './mendFlow';
import { lintRules } from './rules/index';

const findings = (drawing: Drawing) => judgeFlow(drawFlow(drawing, judgedKinds), judgedKinds);
const codes = (drawing: Drawing) => findings(drawing).map(({ code }) => code);

test('there are at least 25 rules, each under its own code', () => {
  expect(lintRules.length).toBeGreaterThanOrEqual(25);
  expect(new Set(lintRules.map(({ code }) => code)).size).toBe(lintRules.length);
});

test.each(lintRules)('$code: fires on its example and not on the one nearby', ({ code }) => {
  const { bad, good } = lintExamples[code];
  expect(codes(bad)).toContain(code);
  expect(codes(good)).not.toContain(code);
});

test.each(lintRules)('$code: names places of the document, and fills its sentence', ({ code, sentence }) => {
  const doc = drawFlow(lintExamples[code].bad, judgedKinds);
  const [found] = judgeFlow(doc, judgedKinds).filter((one) => one.code === code);
  const ids = new Set([...doc.nodes.map(({ id }) => id), ...doc.wires.map(({ id }) => id)]);
  expect([...(found?.nodes ?? []), ...(found?.wires ?? [])].filter((id) => !ids.has(id))).toEqual([]);
  const wanted = [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  expect(wanted.filter((name) => name === undefined || found?.values[name] === undefined)).toEqual([]);
  expect(sentence).toMatch(/\.$/);
});

test.each(lintRules)('$code: a remedy, where it offers one, takes the finding away', ({ code }) => {
  const doc = drawFlow(lintExamples[code].bad, judgedKinds);
  const [found] = judgeFlow(doc, judgedKinds).filter((one) => one.code === code);
  const left = (found?.remedies ?? []).map((remedy) => {
    const mended = judgeFlow(mendFlow(doc, remedy.changes, judgedKinds), judgedKinds);
    return mended.filter((one) => one.code === code && one.nodes[0] === found?.nodes[0]);
  });
  expect(left.flat()).toEqual([]);
});

test('a flow without mistakes is warned of nothing', () => {
  expect(findings(lintExamples['nobody-subscribed'].good)).toEqual([]);
});

test('behind a bus that is wired but never reached a handler is warned of, unless the reason is told further up', () => {
  const behind = (actions: Readonly<Record<string, unknown>>): Drawing => ({
    nodes: {
      p: ['publisher', { mix: [{ type: 'T' }] }],
      a: 'bus',
      h: ['handler', actions],
      b: 'bus',
      g: 'handler',
    },
    wires: ['p>a', 'a>h', 'h>b', 'b>g'],
  });
  const silent = (drawing: Drawing) =>
    findings(drawing).flatMap(({ code, nodes }) => (code === 'unreachable-handler' ? nodes : []));
  expect(silent(behind({}))).toEqual(['g']);
  expect(silent(behind({ actions: [{ do: 'emit' }] }))).toEqual([]);
  // Nothing comes to the first handler: that is the reason, and one warning is enough.
  const cut = behind({});
  expect(silent({ ...cut, wires: cut.wires.filter((wire) => wire !== 'p>a' && wire !== 'a>h') })).toEqual([
    'h',
  ]);
});
