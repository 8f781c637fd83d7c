import { distributionFields } from '#engine/model/distributionFields';
import { faultFields } from '#engine/model/faultFields';
import type { Field } from '#engine/model/fields';
import { tokenShapes } from '#engine/model/freeEventTypeStyle';
import { protocolFields } from '#engine/model/protocols/protocolFields';
import { wireFields } from '#engine/model/wireFields';
import { kinds } from '#kinds/index';
import { expect, test } from 'vitest';
import { flowSections } from './flowSections';

/** One line for each list whose places links write down: the entries in order, fields with their defaults. */
function linesOf(owner: string, fields: readonly Field[]): readonly string[] {
  const inner = fields.flatMap((field) => {
    if (field.type === 'records') return linesOf(`${owner}.${field.id}`, field.item);
    return field.type === 'choice' ? [`${owner}.${field.id}: ${field.options.join(' | ')}`] : [];
  });
  const entries = fields.map(({ id, type, default: value }) => `${id} (${type}) = ${JSON.stringify(value)}`);
  return [`${owner}: ${entries.join(' | ')}`, ...inner];
}

const lines = [
  `kinds: ${kinds.map(({ id }) => id).join(' | ')}`,
  ...kinds.map(
    ({ id, ports }) => `${id} ports: ${ports.map((port) => `${port.id} ${port.carries}`).join(' | ')}`,
  ),
  ...kinds.flatMap(({ id, fields }) => linesOf(id, fields)),
  ...Object.entries(wireFields).flatMap(([carries, fields]) => linesOf(`wire ${carries}`, fields)),
  ...linesOf('fault', faultFields),
  ...linesOf('protocol', protocolFields),
  `sections: ${flowSections.join(' | ')}`,
  `shapes: ${tokenShapes.join(' | ')}`,
  ...Object.entries(distributionFields).map(
    ([law, list]) => `${law}: ${list.map(({ id }) => id).join(' | ')}`,
  ),
];

/*
 * A link writes places in these lists and leaves defaults out, so changing them would change what is in links
 * that are out there. Add entries only at the end of a line and lines only for what is new, then run the test
 * with --update. Anything else needs a new link version beside this one.
 */
test('tables, options and defaults are as links of version 1 know them', async () => {
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('linkLayout1.txt');
});
