import type { Branches, BranchHead, FlowDoc } from '#engine/model/FlowDoc';
import { useText } from '#ui/i18n/useText';
import { useDocument } from '#ui/store/documentStore';
import { BranchRow } from './BranchRow';
import styles from './compare.module.css';

/** All branches under those they were made from. */
export function BranchTree() {
  const t = useText();
  const branches = useDocument((state) => state.doc.branches);
  const doc = useDocument((state) => state.doc);
  if (branches === undefined) return null;
  const all = branchesIn(branches, doc);
  const ids = new Set(all.map(({ head }) => head.id));
  const roots = all.filter(({ head }) => !ids.has(head.parent));
  return (
    <ul className={styles['tree']} aria-label={t('compare.branches')}>
      {roots.map((branch) => (
        <Grown key={branch.head.id} branch={branch} all={all} />
      ))}
    </ul>
  );
}

/** A branch with its flow, whether it is open or kept. */
export interface ShownBranch {
  readonly head: BranchHead;
  readonly flow: FlowDoc;
}

interface Props {
  readonly branch: ShownBranch;
  readonly all: readonly ShownBranch[];
}

function Grown({ branch, all }: Props) {
  const children = all.filter(({ head }) => head.parent === branch.head.id);
  const parent = all.find(({ head }) => head.id === branch.head.parent);
  return (
    <li>
      <BranchRow branch={branch} parent={parent} />
      {children.length > 0 && (
        <ul>
          {children.map((child) => (
            <Grown key={child.head.id} branch={child} all={all} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** In the order in which they were made, as far as their ids tell. */
function branchesIn({ open, kept }: Branches, doc: FlowDoc): readonly ShownBranch[] {
  const all = [{ head: open, flow: doc }, ...kept.map(({ flow, ...head }) => ({ head, flow }))];
  return all.toSorted((a, b) => a.head.id.localeCompare(b.head.id, 'en', { numeric: true }));
}
