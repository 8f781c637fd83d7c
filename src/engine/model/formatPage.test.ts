import { kinds } from '#kinds/index';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { flowSchema } from './flowSchema';
import { limits } from './limits';
import { parseFlow } from './parseFlow';
import { isPlainObject, ownValue, type PlainObject } from './readValue';

const page = readFileSync(new URL('../../../docs/format.md', import.meta.url), 'utf8');
const examples = [...page.matchAll(/^```json\n(.*?)^```/gms)]
  .map(([, text = '']): unknown => JSON.parse(text))
  .filter(isPlainObject);
const [whole = {}, ...others] = examples;
const nodes = others.filter((example) => 'kind' in example);
const interventions = others.filter((example) => 'action' in example);
const rest = others.filter((example) => !('kind' in example) && !('action' in example));
const isOnBus = ({ settings }: PlainObject) => isPlainObject(settings) && 'bus' in settings;
const protocols = rest.filter(isOnBus);
const faults = rest.filter((example) => !isOnBus(example));
const nameOf = (node: PlainObject) => `${String(node['kind'])} ${String(node['id'])}`;

test('the example of a document is one, and nothing in it is doubtful', () => {
  expect(parseFlow(whole, kinds)).toMatchObject({ ok: true, problems: [] });
});

test.each(nodes.map((node) => [nameOf(node), node] as const))('the example of a %s is one', (_, node) => {
  const document = { ...whole, nodes: [node], wires: [], interventions: [], faults: [], protocols: [] };
  expect(parseFlow(document, kinds)).toMatchObject({ ok: true, problems: [] });
});

test('the examples of interventions are such', () => {
  expect(interventions.length).toBeGreaterThan(0);
  expect(parseFlow({ ...whole, interventions }, kinds)).toMatchObject({ ok: true, problems: [] });
});

test('the examples of faults are such', () => {
  expect(faults.length).toBeGreaterThan(0);
  expect(parseFlow({ ...whole, faults }, kinds)).toMatchObject({ ok: true, problems: [] });
});

test('the examples of protocols are such, one of each source', () => {
  const parsed = parseFlow({ ...whole, protocols }, kinds);
  expect(parsed).toMatchObject({ ok: true, problems: [] });
  const sources = parsed.ok ? parsed.value.protocols.map(({ settings }) => settings['source']) : [];
  expect(sources).toEqual(['pattern', 'regex', 'drawn']);
});

test('there is an example of every kind', () => {
  expect(new Set(nodes.map((node) => node['kind']))).toEqual(new Set(kinds.map(({ id }) => id)));
});

test('the page names every key of a document', () => {
  const keys = Object.keys(whole);
  const { properties } = flowSchema(kinds);
  const known = isPlainObject(properties) ? Object.keys(properties).filter((key) => key !== '$schema') : [];
  expect(keys.toSorted()).toEqual(known.toSorted());
  for (const key of keys) expect(page).toContain(`| \`${key}\``);
});

test('the page states the limits as they are', () => {
  const stated = [
    limits.nodes,
    limits.wires,
    limits.interventions,
    limits.faults,
    limits.protocols,
    limits.fileLength,
    limits.linkLength,
    limits.items,
  ];
  for (const limit of stated) expect(page).toContain(limit.toLocaleString('en'));
  expect(ownValue(whole, 'busbar')).toBe(1);
});
