import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Json } from '#engine/model/Json';
import { compileCondition, compileText } from '#engine/expression/compileExpression';
import { createScope } from '#engine/expression/ExpressionScope';
import { failureIn } from './failureIn';

const data = { n: 1, text: 'one', list: [1], flag: true, none: null, inner: { a: 1 } };

function failureOf(source: string, wantsText = false): string {
  const scope = createScope();
  Object.assign(scope, { data });
  const compiled = wantsText ? compileText(source) : compileCondition(source);
  if (!compiled.ok) throw new Error(`${source} does not compile`);
  const result: { readonly ok: boolean; readonly error?: string; readonly value?: Json } =
    compiled.evaluate(scope);
  if (result.error === undefined) throw new Error(`${source} has a value`);
  return result.error;
}

test.each([
  ['data.none.x > 1', '第 10 列：data.none 是空值，没有“x”'],
  ['data.x > 1', '第 5 列：data 没有“x”'],
  ['data.list[3] > 1', '第 11 列：data.list 有 1 项，没有第 3 项；第一项是 0'],
  ['data.n', '第 1 列：条件必须得出真或假，而不是数字'],
  ['data.n > "a"', '第 8 列：“>”需要两个数字或两个文本，而不是数字和文本'],
  ['data.n * data.list > 1', '第 8 列：“*”需要两个数字，而不是数字和列表'],
  ['data.n + data.flag > 1', '第 8 列：“+”需要两个数字、两个文本或两个列表，而不是数字和真假值'],
  ['data.n / 0 > 1', '第 8 列：除以零'],
  ['data.n && data.flag', '第 1 列：data.n 必须是真或假，而不是数字'],
  ['1 in data.n', '第 3 列：“in”的右边需要列表或对象，而不是数字'],
])('%s fails in Chinese as well', async (source, wanted) => {
  const english = failureOf(source);
  expect(await failureIn('en', english)).toBe(english);
  // The place is the engine’s own.
  const column = /^column (\d+)/.exec(english)?.[1] ?? '';
  expect(await failureIn('zh-Hans', english)).toBe(wanted.replace(/\d+/, column));
});

test('every sentence with which the engine says why an expression fails is translated', async () => {
  const folder = join(import.meta.dirname, '../../engine/expression');
  const sources = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  const said = sources.flatMap((name) =>
    [...readFileSync(join(folder, name), 'utf8').matchAll(/\bfail\(\s*([`'])((?:(?!\1).)*)\1/gs)].map(
      ([, , template = '']) => template,
    ),
  );
  expect(said.length).toBeGreaterThan(20);
  const left = await Promise.all(
    said.map(async (template) => {
      // Any values will do, as those of kinds are words of the engine.
      const sentence = template
        .replaceAll(/\$\{describe\([^}]*\}/g, 'a number')
        .replaceAll(/\$\{wanted\}/g, 'a text')
        .replaceAll(/\$\{[^}]*\}/g, '7');
      const chinese = await failureIn('zh-Hans', sentence);
      return /[a-z]{3}/.test(chinese.replace('substring', '')) ? [sentence] : [];
    }),
  );
  expect(left.flat()).toEqual([]);
});

test('what nobody knows is shown as it is', async () => {
  expect(await failureIn('zh-Hans', 'column 3: something new')).toBe('第 3 列：something new');
  expect(await failureIn('zh-Hans', 'nothing known')).toBe('nothing known');
});
