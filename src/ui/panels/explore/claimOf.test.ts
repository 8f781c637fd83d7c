import { expect, test } from 'vitest';
import { newDocument } from '#engine/model/newDocument';
import { parseFlow } from '#engine/model/parseFlow';
import { kinds } from '#kinds/index';
import { loadTexts, textOf } from '#ui/i18n/catalogue';
import type { Translate } from '#ui/i18n/useText';
import { claimOf } from './claimOf';
import { propertyForms } from './propertyForms';

const t: Translate = (key, values) => textOf('en', key, values);
const parsed = parseFlow(
  { ...newDocument('Test'), eventTypes: ['paid', 'shipped'].map((id) => ({ id, name: `Order ${id}` })) },
  kinds,
);
if (!parsed.ok) throw new Error(parsed.problems[0]?.code);
const doc = parsed.value;

test('every property that the form offers is told as a claim, with the names of what it is about', async () => {
  await loadTexts('en', ['checking']);
  const given = { node: 'n', n: '3', a: 'paid', b: 'shipped', p: 'state.x == 1', q: 'state.y == 2' };
  for (const { id, parts } of propertyForms) {
    const claim = claimOf({ property: id, arguments: given }, doc, t);
    expect(claim).not.toMatch(/[{}]/);
    const named = { ...given, a: 'Order paid', b: 'Order shipped' };
    const missing = parts.filter((part) => part !== 'when' && !claim.includes(named[part]));
    expect(missing).toEqual([]);
  }
});
