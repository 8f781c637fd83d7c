import { expect, test } from 'vitest';
import { kinds } from '#kinds/index';
import {
  compareWithBranch,
  comparedBranchOf,
  flowOf,
  keepBranch,
  openBranch,
  removeBranch,
  renameBranch,
} from './branches';
import type { FlowDoc } from './FlowDoc';
import { newDocument } from './newDocument';
import { parseFlow } from './parseFlow';

const first: FlowDoc = { ...newDocument('Orders'), seed: 1 };
const second: FlowDoc = { ...keepBranch(first, { atUs: 1_500.7, afterStep: 12 }), seed: 2 };
const third: FlowDoc = { ...keepBranch(second, { atUs: 9_000, afterStep: 40 }), seed: 3 };

const namesOf = ({ branches }: FlowDoc) => branches?.kept.map(({ name, flow }) => `${name}${flow.seed}`);

test('what is kept stays as it was, and what goes on is a branch of it, compared with it', () => {
  expect(second.branches).toEqual({
    open: { id: 'branch-2', name: 'B', parent: 'branch-1', atUs: 1500, afterStep: 12 },
    compared: 'branch-1',
    kept: [{ id: 'branch-1', name: 'A', parent: '', atUs: 0, afterStep: 0, flow: first }],
  });
  expect(namesOf(third)).toEqual(['A1', 'B2']);
  expect(comparedBranchOf(third)?.flow).toEqual(flowOf(second));
});

test('opening a branch puts the open one in its place, and opening that again undoes it', () => {
  const opened = openBranch(third, 'branch-1');
  expect(opened.seed).toBe(1);
  expect(namesOf(opened)).toEqual(['C3', 'B2']);
  expect(opened.branches?.compared).toBe('branch-3');
  expect(openBranch(opened, 'branch-3')).toEqual({
    ...third,
    branches: { ...third.branches, compared: 'branch-1' },
  });
});

test('the name of the flow goes along with whoever opens another branch', () => {
  expect(openBranch({ ...third, name: 'Renamed' }, 'branch-1').name).toBe('Renamed');
});

test('what was made from a branch that is removed counts as made from its parent', () => {
  const removed = removeBranch(third, 'branch-2');
  expect(removed.branches).toMatchObject({ open: { parent: 'branch-1' }, compared: 'branch-1' });
  expect(namesOf(removed)).toEqual(['A1']);
  expect(removeBranch(removed, 'branch-1')).toEqual(flowOf(third));
});

test('every branch can be renamed, and any kept one compared with', () => {
  const renamed = renameBranch(renameBranch(third, 'branch-3', 'Two workers'), 'branch-1', 'Before');
  expect([renamed.branches?.open.name, renamed.branches?.kept[0]?.name]).toEqual(['Two workers', 'Before']);
  expect(compareWithBranch(renamed, 'branch-1').branches?.compared).toBe('branch-1');
  expect(compareWithBranch(renamed, 'branch-3')).toBe(renamed);
});

test('names of new branches are free, also after many', () => {
  let doc = first;
  for (let left = 27; left > 0; left -= 1) doc = keepBranch(doc, { atUs: 0, afterStep: 0 });
  const names = [doc.branches?.open, ...(doc.branches?.kept ?? [])].map((branch) => branch?.name);
  expect(new Set(names).size).toBe(28);
  expect(names).toContain('Z');
  expect(names).toContain('A2');
});

test('a document with branches passes the importer as it is', () => {
  expect(parseFlow(third, kinds)).toEqual({ ok: true, value: third, problems: [] });
});

const { branches } = third;
test.each([
  [
    'an unknown parent',
    { ...branches, open: { ...branches?.open, parent: 'gone' } },
    'unknown-branch',
    'branches.open.parent',
  ],
  [
    'an unknown branch to compare with',
    { ...branches, compared: 'gone' },
    'unknown-branch',
    'branches.compared',
  ],
  [
    'a branch that comes from itself',
    { ...branches, kept: branches?.kept.map((branch) => ({ ...branch, parent: 'branch-2' })) },
    'branch-cycle',
    'branches.kept[1].parent',
  ],
  [
    'two branches of one id',
    { ...branches, kept: branches?.kept.map((branch) => ({ ...branch, id: 'branch-1', parent: '' })) },
    'duplicate-id',
    'branches.kept[1].id',
  ],
  [
    'a flow that is none',
    { ...branches, kept: [{ ...branches?.kept[0], flow: { ...first, seed: -1 } }], open: branches?.kept[1] },
    'out-of-range',
    'branches.kept[0].flow.seed',
  ],
])('%s is told with its place', (_, broken, code, where) => {
  const result = parseFlow({ ...third, branches: broken }, kinds);
  expect(result.ok).toBe(false);
  expect(result.problems.map((problem) => [problem.code, problem.values['where']])).toContainEqual([
    code,
    where,
  ]);
});

test('branches of a branch are left out, with a word', () => {
  const nested = { ...branches, kept: branches?.kept.map((branch) => ({ ...branch, flow: second })) };
  const result = parseFlow({ ...third, branches: nested }, kinds);
  expect(result.ok && result.value.branches?.kept.map(({ flow }) => flow.branches)).toEqual([
    undefined,
    undefined,
  ]);
  expect(result.problems.map(({ code, values }) => [code, values['where']])).toEqual([
    ['unknown-key', 'branches.kept[0].flow'],
    ['unknown-key', 'branches.kept[1].flow'],
  ]);
});
