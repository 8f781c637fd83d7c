import type { Branches, FlowDoc } from './FlowDoc';
import type { Pick } from './randomFlow';

/** A document of those that `create` makes, now and then with branches beside it, most of which nearly are it. */
export function withBranches(pick: Pick, create: () => FlowDoc): FlowDoc {
  const doc = create();
  return pick(4) === 1 ? { ...doc, branches: randomBranches(pick, doc, create) } : doc;
}

function randomBranches(pick: Pick, doc: FlowDoc, other: () => FlowDoc): Branches {
  const ids = Array.from({ length: 1 + pick(3) }, (_, index) => `branch-${index}`);
  const oneOf = (list: readonly string[]) => list[pick(list.length)] ?? '';
  const head = (id: string, parents: readonly string[]) => ({
    id,
    name: oneOf(['A', 'Two workers', '分支']),
    parent: oneOf(['', ...parents]),
    atUs: pick(1e9),
    afterStep: pick(1000),
  });
  return {
    open: head('open', ids),
    compared: oneOf(['', ...ids]),
    kept: ids.map((id, index) => ({
      ...head(id, ids.slice(0, index)),
      flow: pick(2) === 0 ? { ...doc, seed: pick(1e6) } : other(),
    })),
  };
}
