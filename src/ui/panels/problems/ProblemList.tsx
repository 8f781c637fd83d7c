import type { Problem } from '#engine/model/Problem';
import { useText } from '#ui/i18n/useText';
import { problemSentence } from './problemSentence';
import styles from './problems.module.css';

const shownAtMost = 100;

/** What is wrong with an input: a sentence each, and where. */
export function ProblemList({ problems }: { readonly problems: readonly Problem[] }) {
  const t = useText();
  if (problems.length === 0) return null;
  const rest = problems.length - shownAtMost;
  return (
    <div role="alert">
      <ul className={styles['list']}>
        {problems.slice(0, shownAtMost).map((problem, index) => (
          // Problems have no identity but their place, and the list never changes.
          <li key={index} className={styles['problem']} data-severity={problem.severity}>
            <span className={styles['severity']}>
              {t(problem.severity === 'error' ? 'panels.problem.error' : 'panels.problem.warning')}
            </span>
            <span>
              {problemSentence(t, problem)}
              <Place problem={problem} sentence={problemSentence(t, problem)} />
            </span>
          </li>
        ))}
        {rest > 0 && <li className={styles['problem']}>{t('panels.problem.more', { n: rest })}</li>}
      </ul>
    </div>
  );
}

/** Where the problem is, unless the sentence itself says so. */
function Place({ problem, sentence }: { readonly problem: Problem; readonly sentence: string }) {
  const last = problem.path.at(-1);
  const isSaid = problem.path.every((step) => sentence.includes(String(step)));
  return last === undefined || isSaid ? null : (
    <code className={styles['path']}>{problem.path.join(' › ')}</code>
  );
}
