import { createProblem, type Path } from './createProblem';
import type { Branches, BranchHead, FlowDoc, KeptBranch } from './FlowDoc';
import { IdList } from './IdList';
import { limits } from './limits';
import type { Result } from './Problem';
import type { ProblemList } from './ProblemList';
import { ownValue, readList, readNumber, readObject, readText, type PlainObject } from './readValue';

const headKeys = ['id', 'name', 'parent', 'atUs', 'afterStep'];
const time = { min: 0, max: limits.timeUs, integer: true };

/**
 * The branches of a document; `parse` is how a flow among them is read. Without a name the id is taken; without a parent
 * or a branch to compare with there is none. A branch that comes from itself, or from one that is not there, is an error.
 */
export function parseBranches(
  input: unknown,
  problems: ProblemList,
  parse: (flow: unknown) => Result<FlowDoc>,
): Branches {
  const given = readObject(input, ['branches'], ['open', 'compared', 'kept'], problems);
  const ids = new IdList(problems);
  const open = parseHead(
    readObject(ownValue(given, 'open'), openPath, headKeys, problems),
    openPath,
    ids,
    problems,
  );
  const kept = readList(ownValue(given, 'kept'), ['branches', 'kept'], limits.branches, problems).map(
    (item, index): KeptBranch | null => {
      const path = ['branches', 'kept', index];
      const branch = readObject(item, path, [...headKeys, 'flow'], problems);
      const head = parseHead(branch, path, ids, problems);
      const flow = parse(ownValue(branch, 'flow'));
      for (const problem of flow.problems) addWithin(problem, [...path, 'flow'], problems);
      return flow.ok ? { ...head, flow: flow.value } : null;
    },
  );
  checkParents([open, ...kept], problems);
  const compared = ownValue(given, 'compared') ?? '';
  const choices = kept.flatMap((branch) => (branch === null ? [] : [branch.id]));
  if (compared !== '' && !choices.some((id) => id === compared)) {
    problems.wrong('unknown-branch', ['branches', 'compared'], compared, { options: choices.join(', ') });
  }
  return {
    open,
    compared: typeof compared === 'string' ? compared : '',
    kept: kept.filter((branch) => branch !== null),
  };
}

const openPath = ['branches', 'open'];

function parseHead(given: PlainObject, path: Path, ids: IdList, problems: ProblemList): BranchHead {
  const id = ids.read(ownValue(given, 'id'), [...path, 'id']);
  const bounds = { min: 1, max: limits.nameLength };
  return {
    id,
    name: readText(ownValue(given, 'name') ?? id, [...path, 'name'], bounds, problems),
    parent: readText(ownValue(given, 'parent') ?? '', [...path, 'parent'], { max: 64 }, problems),
    atUs: readNumber(ownValue(given, 'atUs') ?? 0, [...path, 'atUs'], time, problems),
    afterStep: readNumber(ownValue(given, 'afterStep') ?? 0, [...path, 'afterStep'], time, problems),
  };
}

/** The first is the open branch, the others are kept; null for one that could not be read. */
function checkParents(branches: readonly (BranchHead | null)[], problems: ProblemList): void {
  const parents = new Map(
    branches.flatMap((branch) => (branch === null ? [] : [[branch.id, branch.parent]])),
  );
  for (const [index, branch] of branches.entries()) {
    if (branch === null || branch.parent === '') continue;
    const path = index === 0 ? [...openPath, 'parent'] : ['branches', 'kept', index - 1, 'parent'];
    if (!parents.has(branch.parent)) {
      const options = [...parents.keys()].filter((id) => id !== branch.id).join(', ');
      problems.wrong('unknown-branch', path, branch.parent, { options });
    } else if (comesFromItself(branch.id, parents)) problems.error('branch-cycle', path);
  }
}

function comesFromItself(id: string, parents: ReadonlyMap<string, string>): boolean {
  let at = parents.get(id) ?? '';
  // No way up is longer than there are branches.
  for (let left = parents.size; left > 0 && at !== '' && at !== id; left -= 1) at = parents.get(at) ?? '';
  return at === id;
}

function addWithin(problem: Result<FlowDoc>['problems'][number], path: Path, problems: ProblemList): void {
  const { code, path: inner, values, severity } = problem;
  // The code was made by this program, so that it is one of its own; the place in its sentence is made anew.
  problems.add(
    createProblem(code as Parameters<typeof createProblem>[0], [...path, ...inner], values, severity),
  );
}
