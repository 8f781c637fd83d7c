import { useText } from '#ui/i18n/useText';
import { useLint } from '#ui/store/lintStore';
import { FindingRow } from './FindingRow';
import styles from './lint.module.css';

/** What the flow is warned of, the warnings first: a sentence each, and what to do. */
export function LintPanel() {
  const t = useText();
  const { doc, findings } = useLint();
  if (doc === null) return <p className={styles['intro']}>{t('lint.judging')}</p>;
  if (findings.length === 0) return <p className={styles['intro']}>{t('lint.none')}</p>;
  const sorted = findings.toSorted((a, b) => Number(a.severity === 'hint') - Number(b.severity === 'hint'));
  return (
    <div className={styles['scroll']}>
      <p className={styles['intro']}>{t('lint.about')}</p>
      <ul className={styles['list']}>
        {sorted.map((finding) => (
          <FindingRow
            key={`${finding.code} ${finding.nodes.join()} ${finding.wires.join()} ${finding.message}`}
            finding={finding}
          />
        ))}
      </ul>
    </div>
  );
}
