import { useContext, useMemo } from 'react';
import { Trash2 } from 'lucide-react';
import { flowChanges } from '#engine/analysis/compare/flowChanges';
import { kinds } from '#kinds/index';
import { say } from '#ui/commands/say';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { formatClock } from '#ui/look/format';
import { compareWith, deleteKept, openKept, renameKept } from '#ui/store/branchEdits';
import { useDocument } from '#ui/store/documentStore';
import { NameInput } from '../inspector/NameInput';
import type { ShownBranch } from './BranchTree';
import styles from './compare.module.css';
import { changeSentence } from './settingText';

const changesShown = 2;

interface Props {
  readonly branch: ShownBranch;
  /** What it was made from, or undefined. */
  readonly parent: ShownBranch | undefined;
}

/** One branch: its name, to be edited in place; where it comes from and how it differs; what can be done with it. */
export function BranchRow({ branch: { head, flow }, parent }: Props) {
  const t = useText();
  const isOpen = useDocument((state) => state.doc.branches?.open.id === head.id);
  const isCompared = useDocument((state) => state.doc.branches?.compared === head.id);
  const { id, name } = head;
  return (
    <div className={styles['branch']} data-open={isOpen || undefined} data-branch={name}>
      <NameInput
        value={name}
        label={t('compare.name')}
        className={styles['branchName']}
        onCommit={(next) => renameKept(id, next)}
      />
      <span className={styles['origin']}>
        <Origin head={head} parent={parent} />
        {parent !== undefined && <Changes flow={flow} parent={parent} />}
      </span>
      <span className={styles['buttons']}>
        {isOpen && <span className={styles['pill']}>{t('compare.isOpen')}</span>}
        {isCompared && <span className={styles['pill']}>{t('compare.isCompared')}</span>}
        {!isOpen && !isCompared && (
          <button
            type="button"
            className={styles['button']}
            aria-label={t('compare.compareWithOf', { name })}
            onClick={() => compareWith(id)}
          >
            {t('compare.compareWith')}
          </button>
        )}
        {!isOpen && (
          <>
            <button
              type="button"
              className={styles['button']}
              aria-label={t('compare.openOf', { name })}
              onClick={() => openKept(id)}
            >
              {t('compare.open')}
            </button>
            <button
              type="button"
              className={styles['icon']}
              aria-label={t('compare.deleteOf', { name })}
              title={t('compare.deleteOf', { name })}
              onClick={() => {
                deleteKept(id);
                say('compare.deleted', { name });
              }}
            >
              <Trash2 size={14} aria-hidden />
            </button>
          </>
        )}
      </span>
    </div>
  );
}

function Origin({
  head,
  parent,
}: {
  readonly head: ShownBranch['head'];
  readonly parent: ShownBranch | undefined;
}) {
  const t = useText();
  const language = useContext(LanguageContext);
  if (parent === undefined) return t('compare.root');
  const time = formatClock(head.atUs, language);
  return t('compare.from', { parent: parent.head.name, time, step: head.afterStep });
}

/** How it differs from what it was made from. */
function Changes({ flow, parent }: { readonly flow: ShownBranch['flow']; readonly parent: ShownBranch }) {
  const t = useText();
  const language = useContext(LanguageContext);
  const changes = useMemo(() => flowChanges(flow, parent.flow, kinds), [flow, parent.flow]);
  if (changes.length === 0) return null;
  const said = changes
    .slice(0, changesShown)
    .map((change) => changeSentence(change, [flow, parent.flow], t, language));
  const rest = changes.length - changesShown;
  return (
    <span className={styles['note']}>
      {[...new Set(said), ...(rest > 0 ? [t('compare.more', { n: rest })] : [])].join(' · ')}
    </span>
  );
}
