import { expect, test } from 'vitest';
import type { Field } from './fields';
import { isUsual } from './isUsual';

const fields: readonly Field[] = [
  { id: 'mode', type: 'choice', default: 'one', options: ['one', 'other'] },
  { id: 'law', type: 'distribution', default: { law: 'constant', mean: 3 } },
  { id: 'more', type: 'text', default: '', maxLength: 9, when: [{ field: 'mode', is: ['other'] }] },
];
const usual = { mode: 'one', law: { law: 'constant', mean: 3 }, more: '' };

test('settings are usual if all that apply are at their defaults, or are named', () => {
  expect(isUsual(usual, fields, [])).toBe(true);
  expect(isUsual({ ...usual, more: 'x' }, fields, [])).toBe(true);
  expect(isUsual({ ...usual, law: { law: 'constant', mean: 4 } }, fields, [])).toBe(false);
  expect(isUsual({ ...usual, law: { law: 'constant', mean: 4 } }, fields, ['law'])).toBe(true);
  expect(isUsual({ ...usual, mode: 'other' }, fields, ['mode'])).toBe(true);
  expect(isUsual({ ...usual, mode: 'other', more: 'x' }, fields, ['mode'])).toBe(false);
});
