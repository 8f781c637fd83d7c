import { useContext, useMemo, useRef } from 'react';
import { LanguageContext } from '#ui/i18n/useText';
import { formatDuration } from '#ui/look/format';
import { useRun } from '#ui/store/runStore';
import { densityPath } from './densityPath';
import { StripMarks } from './StripMarks';
import { LaneViewport } from './LaneViewport';
import { runSpan } from './runSpan';
import { StopMarks } from './StopMarks';
import { TimeInput } from './TimeInput';
import styles from './timeline.module.css';
import { useAtPlayhead } from './useAtPlayhead';

/** The whole run, with how busy it was; the playhead can be dragged over it, or moved by keys. */
export function Scrubber() {
  const language = useContext(LanguageContext);
  const spanUs = useRun(runSpan);
  return (
    <div className={styles['strip']}>
      <span className={styles['span']}>0 – {formatDuration(spanUs, language)}</span>
      <div className={styles['scrubber']}>
        <Density spanUs={spanUs} />
        <Playhead spanUs={spanUs} />
        <StripMarks spanUs={spanUs} />
        <StopMarks spanUs={spanUs} />
        <TimeInput fromUs={0} toUs={spanUs} isMain />
        <LaneViewport spanUs={spanUs} />
      </div>
    </div>
  );
}

function Density({ spanUs }: { readonly spanUs: number }) {
  const overview = useRun((state) => state.overview);
  const path = useMemo(() => (overview === null ? '' : densityPath(overview.steps)), [overview]);
  if (overview === null) return null;
  // Before the run is complete, its overview covers the computed part only; a run may end before its length is over.
  const share = overview.untilUs / spanUs;
  return (
    <svg
      className={styles['density']}
      viewBox={`0 0 ${overview.steps.length / Math.max(share, 1e-3)} 100`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <path d={path} />
    </svg>
  );
}

function Playhead({ spanUs }: { readonly spanUs: number }) {
  const future = useRef<HTMLSpanElement>(null);
  const head = useRef<HTMLSpanElement>(null);
  useAtPlayhead(
    [
      { ref: future, hides: false },
      { ref: head, hides: false },
    ],
    0,
    spanUs,
  );
  return (
    <>
      <span className={styles['futureRoom']}>
        <span ref={future} className={styles['future']} />
      </span>
      <span ref={head} className={styles['head']} />
    </>
  );
}
