import { useContext } from 'react';
import { faces } from '#kinds/faces';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { formatCount } from '#ui/look/format';
import type { RunData } from '#ui/store/runData';
import { useCalmRun } from '#ui/store/useCalmRun';
import { isWorthSeeing } from '#ui/store/visibleFlights';
import { countViolated } from './countViolated';
import { RunStatus } from './RunStatus';
import styles from './statusBar.module.css';
import { TraceHash } from './TraceHash';

/** What the run comes to: that it can be repeated, what is in it, and how it ends. */
export function StatusBar() {
  const t = useText();
  return (
    <div className={styles['bar']}>
      <span className={styles['promise']}>
        <i className={styles['dot']} />
        <b>{t('player.deterministic')}</b>
        <span data-minor> · {t('player.sameRun')}</span>
      </span>
      <TraceHash />
      <Counts />
      <Violations />
      <span className={styles['right']}>
        <RunStatus />
      </span>
    </div>
  );
}

/** How many protocols are broken by now; nothing while none is. */
function Violations() {
  const t = useText();
  const n = useCalmRun(violatedIn);
  if (n === 0) return null;
  return <span data-tone="danger">{t(n === 1 ? 'player.violated.one' : 'player.violated', { n })}</span>;
}

function Counts() {
  const t = useText();
  const language = useContext(LanguageContext);
  const inFlight = useCalmRun(inFlightIn);
  const queued = useCalmRun(queuedIn);
  const working = useCalmRun(workingIn);
  const published = useCalmRun(publishedIn);
  const dead = useCalmRun(deadIn);
  const count = (value: number) => formatCount(value, language);
  return (
    <>
      <span data-minor>{t('player.published', { n: count(published) })}</span>
      <span>{t('player.queued', { n: count(queued) })}</span>
      <span>{t('player.working', { n: count(working) })}</span>
      <span>{t('player.inFlight', { n: count(inFlight) })}</span>
      {dead > 0 && <span data-minor>{t('player.deadLettered', { n: count(dead) })}</span>}
    </>
  );
}

const violatedIn = ({ frame, doc }: RunData) => countViolated(frame, doc);
const inFlightIn = ({ frame }: RunData) => frame?.flights.filter(isWorthSeeing).length ?? 0;
const queuedIn = (run: RunData) => heldIn(run, 'queued');
const workingIn = (run: RunData) => heldIn(run, 'working');
const publishedIn = ({ frame }: RunData) => frame?.facts.published ?? 0;
const deadIn = ({ frame }: RunData) => frame?.facts['dead-lettered'] ?? 0;

/** How many events lie in all nodes. The picture may still be of the document before: nodes stand by their index. */
function heldIn({ doc, frame }: RunData, what: 'queued' | 'working'): number {
  return (
    frame?.nodes.reduce(
      (sum, { view }, index) => sum + (faces[doc.nodes[index]?.kind ?? '']?.holds?.(view)[what] ?? 0),
      0,
    ) ?? 0
  );
}
