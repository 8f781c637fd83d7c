import { expect, test } from 'vitest';
import { kinds } from '#kinds/index';
import { checkPatterns } from './checkPatterns';
import { parseFlow } from './parseFlow';

function check(dialect: string, patterns: readonly string[]) {
  const parsed = parseFlow(
    {
      busbar: 1,
      name: 'Test',
      nodes: [
        { id: 'bus', kind: 'bus', name: 'Orders', x: 0, y: 0, settings: { dialect } },
        { id: 'mail', kind: 'handler', name: 'Mail', x: 0, y: 0 },
      ],
      wires: [
        {
          id: 'w',
          from: { node: 'bus', port: 'out' },
          to: { node: 'mail', port: 'in' },
          settings: { patterns },
        },
      ],
    },
    kinds,
  );
  if (!parsed.ok) throw new Error(parsed.problems[0]?.code);
  return checkPatterns(parsed.value, kinds);
}

test('a pattern is read in the dialect of its bus, and a broken one is a warning at its place', () => {
  expect(check('mqtt', ['shop/#', 'a/b#'])).toMatchObject([
    { code: 'bad-pattern', severity: 'warning', path: ['wires', 0, 'settings', 'patterns', 1] },
  ]);
  expect(check('nats', ['a.>.b'])).toHaveLength(1);
  expect(check('nats', ['a/b#', 'a.>'])).toEqual([]);
});
