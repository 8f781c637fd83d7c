import { useContext, useMemo, useRef } from 'react';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { formatClock } from '#ui/look/format';
import { useDocument } from '#ui/store/documentStore';
import type { LaneView } from '#ui/store/laneStore';
import { useView } from '#ui/store/viewStore';
import { useSize } from '../graph/useSize';
import { clusterSpans, type Cluster } from './clusterSpans';
import { keyOf, marksOf, spansOf, type Mark, type MarkSpan } from './Mark';
import { MarkHandle } from './MarkHandle';
import { markTone } from './markTone';
import { useMarkWords } from './markWords';
import styles from './markRow.module.css';
import { useOutcomes } from './useOutcomes';

/** A lane of its own for what was done by hand and what is scheduled: each is a thing to take hold of and to move. */
export function MarkRow({ view }: { readonly view: LaneView }) {
  const interventions = useDocument((state) => state.doc.interventions);
  const faults = useDocument((state) => state.doc.faults);
  const marks = useMemo(() => marksOf({ interventions, faults }), [interventions, faults]);
  return marks.length === 0 ? null : <Row view={view} marks={marks} />;
}

function Row({ view, marks }: { readonly view: LaneView; readonly marks: readonly Mark[] }) {
  const t = useText();
  const language = useContext(LanguageContext);
  const words = useMarkWords();
  const outcomes = useOutcomes();
  const field = useRef<HTMLFieldSetElement>(null);
  const width = Math.max(1, useSize(field)?.width ?? 0);
  const clusters = useMemo(() => {
    const spans = spansOf(marks, view.fromUs, view.fromUs + view.spanUs);
    return clusterSpans(spans, view, width);
  }, [marks, view, width]);
  const share = (us: number) => ((us - view.fromUs) / view.spanUs) * 100;
  return (
    <div className={styles['row']}>
      <span className={styles['label']}>{t('hand.marks')}</span>
      <fieldset ref={field} className={styles['field']} aria-label={t('hand.marksLabel')}>
        <span id="mark-keys" hidden>
          {t('hand.markKeys')}
        </span>
        {clusters
          .flatMap(({ spans }) => spans)
          .map((span) => (
            <Bar key={spanKey(span)} span={span} share={share} />
          ))}
        {clusters.map((cluster) =>
          cluster.spans.length > 1 ? (
            <button
              key={clusterKey(cluster)}
              type="button"
              className={styles['cluster']}
              style={{ left: `${share(cluster.fromUs)}%` }}
              aria-label={t('hand.cluster', {
                n: cluster.spans.length,
                time: formatClock(cluster.fromUs, language),
              })}
              onClick={() => useView.getState().showBottom('interventions')}
            >
              {cluster.spans.length}
            </button>
          ) : (
            cluster.spans.map(({ mark, fromUs, isFirst }) => (
              <MarkHandle
                key={`${keyOf(mark)} ${isFirst ? '' : fromUs}`}
                mark={mark}
                atUs={fromUs}
                view={view}
                width={width}
                room={cluster.room}
                name={words.nameOf(mark)}
                outcome={mark.of === 'hand' ? (outcomes.get(mark.id) ?? null) : null}
              />
            ))
          ),
        )}
      </fieldset>
    </div>
  );
}

const spanKey = ({ mark, fromUs }: MarkSpan) => `${keyOf(mark)} ${fromUs}`;
const clusterKey = ({ spans: [first] }: Cluster) => (first === undefined ? '' : `cluster ${spanKey(first)}`);

/** How long a mark lasts, behind its handle. */
function Bar({ span, share }: { readonly span: MarkSpan; readonly share: (us: number) => number }) {
  const { mark, fromUs, toUs } = span;
  if (toUs <= fromUs) return null;
  const [left, right] = [Math.max(0, share(fromUs)), Math.min(100, share(toUs))];
  return (
    <span
      className={styles['bar']}
      data-tone={markTone(mark)}
      aria-hidden
      style={{ left: `${left}%`, width: `${Math.max(0, right - left)}%` }}
    />
  );
}
