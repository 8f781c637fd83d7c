import type { BranchHead, Branches, FlowDoc, KeptBranch } from './FlowDoc';
import { freeId } from './freeId';

/** Where in a run something is. */
export interface BranchPlace {
  /** Virtual time in microseconds. */
  readonly atUs: number;
  readonly afterStep: number;
}

/** The document as a flow among branches: without branches of its own. */
export function flowOf(doc: FlowDoc): FlowDoc {
  if (doc.branches === undefined) return doc;
  const { branches: _branches, ...flow } = doc;
  return flow;
}

/** What the open document is called among its branches, also while there are no others. */
export function openHeadOf({ branches }: FlowDoc): BranchHead {
  return branches?.open ?? { id: 'branch-1', name: firstName, parent: '', atUs: 0, afterStep: 0 };
}

/** The kept branch that the document is compared with, or undefined. */
export function comparedBranchOf({ branches }: FlowDoc): KeptBranch | undefined {
  return branches?.kept.find(({ id }) => id === branches.compared);
}

/**
 * Keeps a flow as a branch and goes on in a new one that is made from it, at a place of its run. The two are compared.
 * @param flow What is kept: usually the document itself, or what it was before.
 */
export function keepBranch(doc: FlowDoc, { atUs, afterStep }: BranchPlace, flow = flowOf(doc)): FlowDoc {
  const head = openHeadOf(doc);
  const kept = [...(doc.branches?.kept ?? []), { ...head, flow: flowOf(flow) }];
  const taken = new Set(kept.map(({ id }) => id));
  const open = {
    id: freeId('branch', taken),
    name: freeBranchName(new Set(kept.map(({ name }) => name))),
    parent: head.id,
    atUs: Math.floor(atUs),
    afterStep,
  };
  return { ...doc, branches: { open, compared: head.id, kept } };
}

/** Opens a kept branch; the open one is kept in its place, and the two are compared. The flow keeps its name. */
export function openBranch(doc: FlowDoc, id: string): FlowDoc {
  const { branches } = doc;
  const wanted = branches?.kept.find((branch) => branch.id === id);
  if (branches === undefined || wanted === undefined) return doc;
  const { flow, ...open } = wanted;
  const left: KeptBranch = { ...branches.open, flow: flowOf(doc) };
  const kept = branches.kept.map((branch) => (branch === wanted ? left : branch));
  const { name, description } = doc;
  return { ...flow, name, description, branches: { open, compared: left.id, kept } };
}

/** Without a kept branch; what was made from it counts as made from its parent. */
export function removeBranch(doc: FlowDoc, id: string): FlowDoc {
  const { branches } = doc;
  const gone = branches?.kept.find((branch) => branch.id === id);
  if (branches === undefined || gone === undefined) return doc;
  const kept = branches.kept.filter((branch) => branch !== gone).map((branch) => adopted(branch, gone));
  if (kept.length === 0) return flowOf(doc);
  const compared = branches.compared === id ? nearestOf(branches, gone, kept) : branches.compared;
  return { ...doc, branches: { open: adopted(branches.open, gone), compared, kept } };
}

/** With another name for a branch, open or kept. */
export function renameBranch(doc: FlowDoc, id: string, name: string): FlowDoc {
  const { branches } = doc;
  if (branches === undefined) return doc;
  const renamed = <T extends BranchHead>(branch: T): T => (branch.id === id ? { ...branch, name } : branch);
  return {
    ...doc,
    branches: { ...branches, open: renamed(branches.open), kept: branches.kept.map(renamed) },
  };
}

/** Compared with another kept branch. */
export function compareWithBranch(doc: FlowDoc, id: string): FlowDoc {
  const { branches } = doc;
  if (branches === undefined || !branches.kept.some((branch) => branch.id === id)) return doc;
  return { ...doc, branches: { ...branches, compared: id } };
}

function adopted<T extends BranchHead>(branch: T, gone: BranchHead): T {
  return branch.parent === gone.id ? { ...branch, parent: gone.parent } : branch;
}

/** What to compare with instead of one that is gone: its parent, or else the first. */
function nearestOf({ open }: Branches, gone: BranchHead, kept: readonly KeptBranch[]): string {
  const parent = open.parent === gone.id ? gone.parent : open.parent;
  return (kept.find(({ id }) => id === parent) ?? kept[0])?.id ?? '';
}

const firstName = 'A';

/** A, B, … Z, A2, B2, …: short enough for a sentence in any language. */
function freeBranchName(taken: ReadonlySet<string>): string {
  for (let number = 0; ; number += 1) {
    const letter = String.fromCharCode(65 + (number % 26));
    const name = number < 26 ? letter : `${letter}${Math.floor(number / 26) + 1}`;
    if (!taken.has(name)) return name;
  }
}
