import { GitBranch } from 'lucide-react';
import { openHeadOf } from '#engine/model/branches';
import { limits } from '#engine/model/limits';
import { useText } from '#ui/i18n/useText';
import { canKeepRun, keepRun } from '#ui/store/branchEdits';
import { useDocument } from '#ui/store/documentStore';
import styles from './compare.module.css';

/** Keeps the run and goes on in a branch of it. */
export function KeepButton() {
  const t = useText();
  const name = useDocument((state) => openHeadOf(state.doc).name);
  const isAble = useDocument((state) => canKeepRun(state.doc));
  const title = isAble ? t('compare.keepHelp', { name }) : t('compare.full', { n: limits.branches });
  return (
    <button
      type="button"
      className={styles['button']}
      data-main
      title={title}
      disabled={!isAble}
      onClick={keepRun}
    >
      <GitBranch size={13} aria-hidden />
      {t('compare.keep')}
    </button>
  );
}
