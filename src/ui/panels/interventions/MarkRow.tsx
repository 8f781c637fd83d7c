import { Fragment, useContext, useMemo, useRef, useState } from 'react';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { formatClock } from '#ui/look/format';
import { useDocument } from '#ui/store/documentStore';
import type { LaneView } from '#ui/store/laneStore';
import { useSize } from '../graph/useSize';
import { showStretch } from '../spacetime/moveLanes';
import { ClusterPopup } from './ClusterPopup';
import { clusterSpans, type Cluster } from './clusterSpans';
import { keyOf, marksOf, spansOf, type Mark, type MarkSpan } from './Mark';
import { MarkBar } from './MarkBar';
import { MarkHandle } from './MarkHandle';
import { useMarkWords } from './markWords';
import styles from './markRow.module.css';
import { freeEnds } from './freeEnds';
import { useOutcomes } from './useOutcomes';
import { wordRoomOf } from './wordRoom';

/** What was opened to be seen one by one: the keys of the marks, and where their handle was. */
interface Opened {
  readonly cluster: Cluster;
  readonly at: DOMRect;
}

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
  const [opened, setOpened] = useState<Opened | null>(null);
  const { clusters, early, ends } = useMemo(() => {
    const spans = spansOf(marks, view.fromUs, view.fromUs + view.spanUs);
    const shown = clusterSpans(spans, view, width);
    const withHandle = new Set(shown.flatMap((cluster) => cluster.spans));
    return {
      clusters: shown,
      early: spans.filter((span) => !withHandle.has(span)),
      ends: freeEnds(spans, view, width),
    };
  }, [marks, view, width]);
  const inPopup = useMemo(() => {
    const keys = new Set(opened?.cluster.spans.map(({ mark }) => keyOf(mark)));
    return marks.filter((mark) => keys.has(keyOf(mark)));
  }, [opened, marks]);
  const barOf = (span: MarkSpan, room: number) => (
    <MarkBar
      key={`bar ${spanKey(span)}`}
      span={span}
      view={view}
      width={width}
      name={words.nameOf(span.mark)}
      hasEnd={ends.has(span)}
      room={room}
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
              {cluster.spans.map((span) => barOf(span, 0))}
              <button
                type="button"
                className={styles['cluster']}
                style={{ left: `${((cluster.fromUs - view.fromUs) / view.spanUs) * 100}%` }}
                aria-label={t('hand.cluster', {
                  n: cluster.spans.length,
                  time: formatClock(cluster.fromUs, language),
                })}
                aria-haspopup="dialog"
                onClick={({ currentTarget }) =>
                  setOpened({ cluster, at: currentTarget.getBoundingClientRect() })
                }
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
      {opened !== null && inPopup.length > 0 && (
        <ClusterPopup
          title={t('hand.clusterTitle', {
            n: inPopup.length,
            time: formatClock(opened.cluster.fromUs, language),
          })}
          marks={inPopup}
          at={opened.at}
          onZoom={zoomTo(opened.cluster)}
          onClose={close}
          focusAfter={() => field.current?.querySelector('button') ?? null}
        />
      )}
    </div>
  );

  function close() {
    setOpened(null);
  }

  function zoomTo({ spans }: Cluster): (() => void) | null {
    const [fromUs, toUs] = [spans[0]?.fromUs ?? 0, spans.at(-1)?.fromUs ?? 0];
    if (toUs <= fromUs) return null;
    return () => {
      showStretch(fromUs, toUs);
      close();
    };
  }
}

/** The first one is the same one wherever it is moved to. */
const spanKey = ({ mark, fromUs, isFirst }: MarkSpan) => `${keyOf(mark)} ${isFirst ? '' : fromUs}`;
const clusterKey = ({ spans: [first] }: Cluster) => (first === undefined ? '' : `cluster ${spanKey(first)}`);
