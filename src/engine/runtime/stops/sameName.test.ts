import { expect, test } from 'vitest';
import { parseFlow } from '#engine/model/parseFlow';
import { kinds } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';
import { Run } from '../Run';
import type { Stop, StopHit, StopRule } from './StopRule';

/** Protocols of one name on one bus: no key of the first may have a `b`, and none of the other two a `c`. */
function runOfTwins(script: string): Run {
  const protocol = (id: string, first: string) => ({
    id,
    name: 'Rule',
    settings: { bus: 'orders', pattern: 'absence', first },
  });
  const parsed = parseFlow(
    {
      busbar: 1,
      name: 'twins',
      eventTypes: ['a', 'b', 'c'].map((id) => ({ id })),
      nodes: [
        {
          id: 'shop',
          kind: 'publisher',
          x: 0,
          y: 0,
          settings: {
            generation: 'script',
            script: script.split('').map((type, index) => ({ atMs: index * 1000, type, key: `${index}` })),
            call: 'fireAndForget',
          },
        },
        { id: 'orders', kind: 'bus', x: 0, y: 0 },
        { id: 'clerk', kind: 'handler', x: 0, y: 0 },
      ],
      wires: [
        { id: 'in', from: { node: 'shop', port: 'out' }, to: { node: 'orders', port: 'in' } },
        { id: 'out', from: { node: 'orders', port: 'out' }, to: { node: 'clerk', port: 'in' } },
      ],
      protocols: [protocol('first', 'b'), protocol('second', 'c'), protocol('third', 'c')],
    },
    kinds,
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const run = new Run(runningKinds);
  run.load(parsed.value);
  while (run.advance(1_000));
  return run;
}

/** Of every stop in a direction the type of the event that broke it, and which protocols it broke. */
function stopsOf(run: Run, rule: StopRule, direction: 'next' | 'previous'): readonly string[] {
  return hitsOf(run, rule, direction).map(({ type }) => 'abc'[type] ?? '');
}

function hitsOf(run: Run, rule: StopRule, direction: 'next' | 'previous'): readonly StopHit[] {
  const stops: readonly Stop[] = [{ id: 'one', rule, nth: 1 }];
  const all: StopHit[] = [];
  for (let from = direction === 'next' ? 0 : 1e6; ;) {
    let found = run.findStop(from, stops, direction);
    while (!found.isComplete) found = run.findStop(from, stops, direction);
    const { step, hits } = found;
    if (step === null) return all;
    all.push(...hits);
    from = step;
  }
}

test.each([
  ['first', 'abaccb', 'bb'],
  ['second', 'abaccb', 'cc'],
  ['third', 'abaccb', 'cc'],
  ['first', 'acac', ''],
  ['', 'abaccb', 'bccb'],
])('of protocols of one name, a stop at “%s” in %s is met by “%s”', (protocol, script, wanted) => {
  const run = runOfTwins(script);
  expect(stopsOf(run, { on: 'protocol', protocol }, 'next').join('')).toBe(wanted);
  expect(stopsOf(run, { on: 'protocol', protocol }, 'previous').join('')).toBe(
    wanted.split('').toReversed().join(''),
  );
});

test('a stop tells every protocol that its step broke, and no other, whichever was asked for', () => {
  const run = runOfTwins('abaccb');
  const twins = ['second', 'third'];
  const broken = (protocol: string) =>
    hitsOf(run, { on: 'protocol', protocol }, 'next').map(({ protocols }) => protocols);
  expect(broken('')).toEqual([['first'], twins, twins, ['first']]);
  expect(broken('third')).toEqual([twins, twins]);
  const arrivals = hitsOf(run, { on: 'type', type: 'a' }, 'next');
  expect(arrivals.length).toBeGreaterThan(0);
  expect(arrivals.flatMap(({ protocols }) => protocols)).toEqual([]);
});
