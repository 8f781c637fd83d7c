import { expect, test } from 'vitest';
import { textTable } from './textTable';

test('numbers stand on the right and words on the left, also beside Chinese ones', () => {
  const table = textTable(
    [{ title: 'Node' }, { title: 'Count', isNumber: true }, { title: 'Of' }],
    [
      ['orders', '7', 'a'],
      ['订单', '1234', ''],
    ],
  );
  expect(table).toBe('Node    Count  Of\norders      7  a\n订单     1234\n');
});

test('without rows there is no table', () => {
  expect(textTable([{ title: 'Node' }], [])).toBe('');
});
