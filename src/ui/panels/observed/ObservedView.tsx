import { useContext, useMemo, useState } from 'react';
import { watchOrders, type WatchOrder } from '#engine/analysis/observed/watchBus';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { formatCount } from '#ui/look/format';
import type { AutomatonViewProps } from '#ui/panels/automaton/views/AutomatonView';
import { useDocument } from '#ui/store/documentStore';
import { useRun } from '#ui/store/runStore';
import { useWatchedRun } from '#ui/store/useWatchedRun';
import { failureSentence } from '../problems/failureSentence';
import { Choices } from './Choices';
import styles from './observed.module.css';
import { ObservedPanel } from './ObservedPanel';
import type { ObservedSubject } from './ObservedSubject';
import { observeRecording, recordedLogs, type RecordedLog } from './recordedLogs';

/** What comes after what on a bus in this run, or in a log that the document replays. */
export function ObservedView({ node }: AutomatonViewProps) {
  const t = useText();
  const doc = useDocument((state) => state.doc);
  const logs = useMemo(() => recordedLogs(doc), [doc]);
  const [source, setSource] = useState('run');
  const [order, setOrder] = useState<WatchOrder>('publish');
  const [isPerKey, setPerKey] = useState(true);
  const log = logs.find(({ id }) => id === source);
  const sources = [
    { id: 'run', title: t('observed.thisRun') },
    ...logs.map(({ id, recording }) => ({ id, title: recording.name })),
  ];
  return (
    <div className={styles['view']}>
      {logs.length > 0 && (
        <Choices
          label={t('observed.source')}
          choices={sources}
          value={log?.id ?? 'run'}
          onChange={setSource}
        />
      )}
      {log === undefined && (
        <Choices
          label={t('observed.order')}
          choices={watchOrders.map((id) => ({ id, title: t(`observed.order.${id}`) }))}
          value={order}
          onChange={(id) => setOrder(watchOrders.find((one) => one === id) ?? 'publish')}
        />
      )}
      <WordChoice isPerKey={isPerKey} onChange={setPerKey} />
      {log === undefined ? (
        <OfRun key={`${order} ${isPerKey}`} node={node} order={order} isPerKey={isPerKey} />
      ) : (
        <OfRecording key={`${source} ${isPerKey}`} node={node} log={log} isPerKey={isPerKey} />
      )}
    </div>
  );
}

/** One word per key, or one for all of them. */
export function WordChoice({
  isPerKey,
  onChange,
}: {
  readonly isPerKey: boolean;
  readonly onChange: (isPerKey: boolean) => void;
}) {
  const t = useText();
  return (
    <Choices
      label={t('observed.words')}
      choices={[
        { id: 'key', title: t('observed.perKey') },
        { id: 'all', title: t('observed.together') },
      ]}
      value={isPerKey ? 'key' : 'all'}
      onChange={(id) => onChange(id === 'key')}
    />
  );
}

interface OfRunProps extends AutomatonViewProps {
  readonly order: WatchOrder;
  readonly isPerKey: boolean;
}

function OfRun({ node, order, isPerKey }: OfRunProps) {
  const t = useText();
  const language = useContext(LanguageContext);
  const { observation, error } = useWatchedRun({ bus: node.id, order, isPerKey });
  const isRunKnown = useRun((state) => state.isComplete || state.isHeld);
  const subject = useMemo(
    (): ObservedSubject | null =>
      observation === null
        ? null
        : {
            name: node.name,
            observed: observation.observed,
            isComplete: observation.isComplete && isRunKnown,
            places: 'steps',
            isPerKey,
            at: { bus: node.id, order, isPerKey },
          },
    [observation, node.name, node.id, order, isPerKey, isRunKnown],
  );
  if (error !== null)
    return <p className={styles['quiet']}>{t('observed.failed', { error: failureSentence(t, error) })}</p>;
  if (observation === null || subject === null)
    return <p className={styles['quiet']}>{t('observed.computing')}</p>;
  return (
    <>
      <p className={styles['quiet']}>
        {t(subject.isComplete ? 'observed.ofSteps' : 'observed.soFar', {
          n: formatCount(observation.steps, language),
        })}
      </p>
      {observation.observed.events === 0 ? (
        <p className={styles['quiet']}>{t('observed.nothing')}</p>
      ) : (
        <ObservedPanel subject={subject} />
      )}
    </>
  );
}

interface OfRecordingProps extends AutomatonViewProps {
  readonly log: RecordedLog;
  readonly isPerKey: boolean;
}

function OfRecording({ node, log, isPerKey }: OfRecordingProps) {
  const eventTypes = useDocument((state) => state.doc.eventTypes);
  const subject = useMemo(
    (): ObservedSubject => ({
      name: log.recording.name,
      observed: observeRecording(log, eventTypes, isPerKey),
      isComplete: true,
      places: 'events',
      isPerKey,
      at: { bus: node.id, order: 'publish', isPerKey },
    }),
    [log, eventTypes, isPerKey, node.id],
  );
  return <ObservedPanel subject={subject} />;
}
