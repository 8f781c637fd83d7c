import { Fragment, useContext, useMemo, useRef } from 'react';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { formatClock } from '#ui/look/format';
import { useDocument } from '#ui/store/documentStore';
import type { LaneView } from '#ui/store/laneStore';
import { useView } from '#ui/store/viewStore';
import { useSize } from '../graph/useSize';
import { clusterSpans, type Cluster } from './clusterSpans';
import { keyOf, marksOf, spansOf, type Mark, type MarkSpan } from './Mark';
import { MarkBar } from './MarkBar';
import { MarkHandle } from './MarkHandle';
import { useMarkWords } from './markWords';
import styles from './markRow.module.css';
import { useOutcomes } from './useOutcomes';
import { wordRoomOf } from './wordRoom';

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
  const { clusters, early } = useMemo(() => {
    const spans = spansOf(marks, view.fromUs, view.fromUs + view.spanUs);
    const shown = clusterSpans(spans, view, width);
    const withHandle = new Set(shown.flatMap((cluster) => cluster.spans));
    return { clusters: shown, early: spans.filter((span) => !withHandle.has(span)) };
  }, [marks, view, width]);
  const barOf = (span: MarkSpan, room: number | null) => (
    <MarkBar
      key={`bar ${spanKey(span)}`}
      span={span}
      view={view}
      width={width}
      name={words.nameOf(span.mark)}
      hasEnd={room !== null}
      room={room ?? 0}
    />
  );
  return (
    <div className={styles['row']}>
      <span className={styles['label']}>{t('hand.marks')}</span>
      <fieldset ref={field} className={styles['field']} aria-label={t('hand.marksLabel')}>
        <span id="mark-keys" hidden>
          {t('hand.markKeys')}
        </span>
        <span id="mark-end-keys" hidden>
          {t('hand.endKeys')}
        </span>
        {early.map((span) => barOf(span, 0))}
        {clusters.map((cluster) =>
          cluster.spans.length > 1 ? (
            <Fragment key={clusterKey(cluster)}>
              {cluster.spans.map((span) => barOf(span, null))}
              <button
                type="button"
                className={styles['cluster']}
                style={{ left: `${((cluster.fromUs - view.fromUs) / view.spanUs) * 100}%` }}
                aria-label={t('hand.cluster', {
                  n: cluster.spans.length,
                  time: formatClock(cluster.fromUs, language),
                })}
                onClick={() => useView.getState().showBottom('interventions')}
              >
                {cluster.spans.length}
              </button>
            </Fragment>
          ) : (
            cluster.spans.map((span) => {
              const room = wordRoomOf(span, view, width, cluster.room);
              return (
                <Fragment key={spanKey(span)}>
                  <MarkHandle
                    mark={span.mark}
                    atUs={span.fromUs}
                    view={view}
                    width={width}
                    room={room.inHandle}
                    name={words.nameOf(span.mark)}
                    outcome={span.mark.of === 'hand' ? (outcomes.get(span.mark.id) ?? null) : null}
                  />
                  {barOf(span, room.behindEnd)}
                </Fragment>
              );
            })
          ),
        )}
      </fieldset>
    </div>
  );
}

/** The first one is the same one wherever it is moved to. */
const spanKey = ({ mark, fromUs, isFirst }: MarkSpan) => `${keyOf(mark)} ${isFirst ? '' : fromUs}`;
const clusterKey = ({ spans: [first] }: Cluster) => (first === undefined ? '' : `cluster ${spanKey(first)}`);
