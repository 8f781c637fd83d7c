import { useLint } from '#ui/store/lintStore';
import styles from '../bottom/bottomPanel.module.css';

/** How many warnings there are, hints not counted. */
export function LintCount() {
  const count = useLint(({ findings }) => findings.filter(({ severity }) => severity === 'warning').length);
  return count > 0 && <span className={styles['badge']}>{count}</span>;
}
