import { expect, test } from 'vitest';
import { createStreams } from '#engine/kernel/RandomStreams';
import { defaultOf } from '#engine/model/defaultsOf';
import { laws } from '#engine/model/distributionFields';
import { faultFields } from '#engine/model/faultFields';
import { fieldApplies } from '#engine/model/fieldApplies';
import type { Field, Settings } from '#engine/model/fields';
import type { Json } from '#engine/model/Json';
import { parseFlow } from '#engine/model/parseFlow';
import { wireFields } from '#engine/model/wireFields';
import { kinds } from '#kinds/index';
import { randomRun } from './randomRun';

/** As many as laws.test.ts runs. */
const flows = 2_000;
const slow = { timeout: 120_000 };

function pickFrom(seed: number) {
  const streams = createStreams(seed, ['flow']);
  return (n: number) => Math.floor(streams.nextUnit(0) * n);
}

/** What one can choose in a field: its options, whether it is on, the laws, or anything but the default. */
function choicesOf(field: Field): readonly string[] {
  switch (field.type) {
    case 'choice':
      return field.options;
    case 'boolean':
      return ['true', 'false'];
    case 'distribution':
      return laws;
    case 'records':
      return field.item.flatMap((inner) => choicesOf(inner).map((choice) => `${inner.id}: ${choice}`));
    default:
      return ['another than the default'];
  }
}

const nameOf = (value: Json | undefined) => (typeof value === 'string' ? value : JSON.stringify(value));

function chosenIn(field: Field, settings: Settings): readonly string[] {
  const value = settings[field.id] ?? null;
  switch (field.type) {
    case 'choice':
    case 'boolean':
      return [nameOf(value)];
    case 'distribution':
      return typeof value === 'object' && value !== null && 'law' in value ? [nameOf(value['law'])] : [];
    case 'records':
      return (Array.isArray(value) ? value : []).flatMap((row) =>
        field.item
          // The importer made the rows, by these fields.
          .filter((inner) => fieldApplies(inner, row as Settings))
          .flatMap((inner) => chosenIn(inner, row as Settings).map((choice) => `${inner.id}: ${choice}`)),
      );
    default:
      return JSON.stringify(value) === JSON.stringify(defaultOf(field)) ? [] : ['another than the default'];
  }
}

test('the flows of the laws have every setting at every choice, where it means something', slow, () => {
  const chosen = new Set<string>();
  const note = (owner: string, fields: readonly Field[], settings: Settings) => {
    for (const field of fields) {
      if (!fieldApplies(field, settings)) continue;
      for (const choice of chosenIn(field, settings)) chosen.add(`${owner}.${field.id}: ${choice}`);
    }
  };
  for (let seed = 1; seed <= flows; seed += 1) {
    const result = parseFlow(randomRun(pickFrom(seed), kinds), kinds);
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    for (const { kind, settings } of result.value.nodes) {
      note(kind, kinds.find(({ id }) => id === kind)?.fields ?? [], settings);
    }
    for (const { settings } of result.value.faults) note('fault', faultFields, settings);
    for (const { settings } of result.value.wires) note('wire', Object.values(wireFields).flat(), settings);
  }
  const wanted = [
    ...kinds.filter(({ runs }) => runs).map(({ id, fields }) => [id, fields] as const),
    ['fault', faultFields] as const,
    ['wire', Object.values(wireFields).flat()] as const,
  ].flatMap(([owner, fields]) =>
    fields.flatMap((field) => choicesOf(field).map((choice) => `${owner}.${field.id}: ${choice}`)),
  );
  expect(wanted.filter((one) => !chosen.has(one))).toEqual([]);
});

test('equal picks make equal flows', () => {
  expect(randomRun(pickFrom(3), kinds)).toEqual(randomRun(pickFrom(3), kinds));
  expect(randomRun(pickFrom(3), kinds)).not.toEqual(randomRun(pickFrom(4), kinds));
});
