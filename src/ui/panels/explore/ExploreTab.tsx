import { useText } from '#ui/i18n/useText';
import { useExplore } from '#ui/store/exploreStore';
import { failureSentence } from '../problems/failureSentence';
import { problemSentence } from '../problems/problemSentence';
import styles from './explore.module.css';
import { ExploreAnswer } from './ExploreAnswer';
import { ExploreForm } from './ExploreForm';
import { ExploreProgressLine } from './ExploreProgressLine';

/** Whether something holds in every order of the steps: the question on the left, the answer on the right. */
export function ExploreTab() {
  const t = useText();
  const status = useExplore((state) => state.status);
  const problem = useExplore((state) => state.problem);
  const failure = useExplore((state) => state.failure);
  return (
    <div className={styles['tab']}>
      <ExploreForm />
      <section className={styles['answer']} aria-label={t('exploring.question')}>
        {status === 'idle' && <p className={styles['prompt']}>{t('exploring.prompt')}</p>}
        {status === 'left' && <p className={styles['open']}>{t('exploring.left')}</p>}
        {status === 'failed' && (
          <p role="alert" className={styles['bad']}>
            {t('exploring.problem', {
              problem: problem === null ? failureSentence(t, failure) : problemSentence(t, problem),
            })}
          </p>
        )}
        <ExploreProgressLine />
        <ExploreAnswer />
      </section>
    </div>
  );
}
