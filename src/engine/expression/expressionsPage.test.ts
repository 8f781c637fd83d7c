import { readFileSync } from 'node:fs';
import { problemMessage } from '#engine/model/problemMessage';
import { expect, test } from 'vitest';
import { compileExpression } from './compileExpression';
import { compileTemplate } from './compileTemplate';
import { scopeNames } from './compileAccess';
import { createScope, type ExpressionScope } from './ExpressionScope';
import { expressionLimits } from './expressionLimits';
import { functions, mathFunctions, methods } from './functions';
import { macros } from './compileMacro';

const page = readFileSync(new URL('../../../docs/expressions.md', import.meta.url), 'utf8');
const blocksOf = (language: string) =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map(([, text = '']) => text);
const linesOf = (language: string) => blocksOf(language).flatMap((text) => text.trimEnd().split('\n'));

// The page's own scope has every key of a scope; the test below says so.
const scope = JSON.parse(blocksOf('json')[0] ?? '{}') as ExpressionScope;
const examples = linesOf('cel').map((line) => line.split(/ +\/\/ /));

test('the page shows a whole scope and names everything that an expression can use', () => {
  expect(Object.keys(scope).toSorted()).toEqual(Object.keys(createScope()).toSorted());
  for (const name of scopeNames) expect(page).toContain(`| \`${name}\``);
  const callable = [functions, methods, mathFunctions, macros].flatMap((table) => Object.keys(table));
  expect(callable.length).toBeGreaterThan(20);
  for (const name of callable) expect(page).toMatch(new RegExp(`\`(math\\.)?${name}\\b`));
});

test('the page states the limits as they are', () => {
  for (const limit of Object.values(expressionLimits)) expect(page).toContain(limit.toLocaleString('en'));
});

test.each(examples)('%s gives %s', (text = '', expected = '') => {
  const compiled = compileExpression(text);
  const evaluated = compiled.ok
    ? compiled.evaluate(scope)
    : { ok: false, error: problemMessage(compiled.problem) };
  const failure = /^failure: (.*)$/.exec(expected)?.[1];
  const value: unknown = failure === undefined ? JSON.parse(expected) : undefined;
  expect(evaluated).toEqual(failure === undefined ? { ok: true, value } : { ok: false, error: failure });
});

test('the template of the page gives what stands below it', () => {
  const [template = '', expected = ''] = linesOf('template');
  const compiled = compileTemplate(JSON.parse(template));
  expect(compiled.ok && compiled.evaluate(scope)).toEqual({ ok: true, value: JSON.parse(expected) });
});
