import { useEffect, useMemo, useState } from 'react';
import type { LogColumns, LogTable, TimeUnit } from '#engine/interop/LogTable';
import { readLog } from '#engine/interop/readLog';
import { say } from '#ui/commands/say';
import { withTexts } from '#ui/i18n/catalogue';
import { useText } from '#ui/i18n/useText';
import { formatCount } from '#ui/look/format';
import { late } from '#ui/look/late';
import { useDocument } from '#ui/store/documentStore';
import { useView } from '#ui/store/viewStore';
import { ProblemList } from '../problems/ProblemList';
import styles from './dialog.module.css';
import { forgetSubject } from './dialogSubject';
import { importRecording, replayerFor, replayers } from './importRecording';
import { LogPreview } from './LogPreview';
import { LogSummary } from './LogSummary';
import { scaleFor } from './scaleFor';
import { TimeScale } from './TimeScale';

const LogAutomaton = late(
  async () => (await withTexts('observing', import('../observed/LogAutomaton'))).LogAutomaton,
);

interface Props {
  readonly name: string;
  readonly table: LogTable;
  readonly guess: LogColumns;
}

const timeUnits: readonly TimeUnit[] = ['auto', 's', 'ms', 'us'];

/** What the columns of a log mean, how fast it is played, and who plays it. */
export function LogForm({ name, table, guess }: Props) {
  const t = useText();
  const language = useView((state) => state.language);
  const [columns, setColumns] = useState(guess);
  const doc = useDocument((state) => state.doc);
  const selected = useView((state) => state.selection.nodes);
  const nodes = replayers(doc.nodes);
  const [node, setNode] = useState(() => replayerFor(nodes, selected) ?? '');
  const reading = useMemo(
    () => readLog(table, columns, name, doc.eventTypes),
    [table, columns, name, doc.eventTypes],
  );
  const [isSeen, setSeen] = useState(false);
  useEffect(prepareLayout, []);
  const [chosenScale, setScale] = useState<number | null>(null);
  const timeScale = chosenScale ?? scaleFor(reading.durationMs, 60_000);
  const choose = (change: Partial<LogColumns>) => setColumns({ ...columns, ...change });
  const finish = () => {
    const id = importRecording({ reading, timeScale, node: node === '' ? null : node });
    useView.getState().closeDialog();
    forgetSubject();
    if (id !== null) showReplayer(id);
    const isWired = useDocument.getState().doc.wires.some(({ from }) => from.node === id);
    const count = (n: number) => formatCount(n, useView.getState().language);
    const values = { n: count(reading.recording.events.length), skipped: count(reading.skipped) };
    say(isWired ? 'panels.log.done' : 'panels.log.doneUnwired', values, isWired ? 'success' : 'warn');
  };
  return (
    <>
      <details key={String(isSeen)} className={styles['settings']} open={!isSeen}>
        <summary>{t('panels.log.settings')}</summary>
        <LogPreview table={table} columns={columns} />
        <div className={styles['fields']}>
          <ColumnSelect
            label={t('panels.log.time')}
            table={table}
            value={columns.time}
            onChange={(time) => choose({ time: time ?? 0 })}
          />
          <ColumnSelect
            label={t('panels.log.type')}
            table={table}
            value={columns.type}
            onChange={(type) => choose({ type: type ?? 0 })}
          />
          <ColumnSelect
            label={t('panels.log.key')}
            table={table}
            value={columns.key}
            none={t('panels.log.noKey')}
            onChange={(key) => choose({ key })}
          />
          <label className={styles['field']}>
            {t('panels.log.unit')}
            <select
              className={styles['input']}
              value={columns.timeUnit}
              onChange={(event) =>
                choose({ timeUnit: timeUnits.find((unit) => unit === event.target.value) ?? 'auto' })
              }
            >
              {timeUnits.map((unit) => (
                <option key={unit} value={unit}>
                  {t(`panels.log.unit.${unit}`)}
                </option>
              ))}
            </select>
          </label>
        </div>
        <LogSummary reading={reading} />
        <TimeScale durationMs={reading.durationMs} timeScale={timeScale} onChange={setScale} />
        <label className={styles['field']}>
          {t('panels.log.node')}
          <select className={styles['input']} value={node} onChange={(event) => setNode(event.target.value)}>
            <option value="">{t('panels.log.newNode')}</option>
            {nodes.map(({ id, name: title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
      </details>
      <ProblemList problems={reading.problems} />
      {isSeen && <LogAutomaton name={name} table={table} columns={columns} />}
      <div className={styles['row']}>
        <button
          type="button"
          className={styles['primary']}
          disabled={reading.recording.events.length === 0}
          onClick={finish}
        >
          {t('panels.log.import', { n: formatCount(reading.recording.events.length, language) })}
        </button>
        <button
          type="button"
          className={styles['button']}
          aria-expanded={isSeen}
          disabled={reading.recording.events.length === 0}
          onClick={() => setSeen(!isSeen)}
        >
          {t(isSeen ? 'panels.log.hideAutomaton' : 'panels.log.seeAutomaton')}
        </button>
      </div>
    </>
  );
}

/** Whoever reads a log may soon want it drawn, and the layout takes a while to start. */
function prepareLayout(): void {
  const prepare = async () => {
    const { arrangeInWorker } = await import('../graph/arrangeInWorker');
    await arrangeInWorker({ id: 'nothing', children: [] });
  };
  // Whatever goes wrong will go wrong again, and be told, when there is something to draw.
  prepare().catch(() => undefined);
}

/** Selects the node and brings it into view, once the canvas has drawn it. */
function showReplayer(id: string) {
  useView.getState().select({ nodes: [id] });
  requestAnimationFrame(() => requestAnimationFrame(() => useView.getState().canvasApi?.focusNode(id)));
}

interface ColumnSelectProps {
  readonly label: string;
  readonly table: LogTable;
  readonly value: number | null;
  /** What no column is called, where that is a choice. */
  readonly none?: string;
  readonly onChange: (column: number | null) => void;
}

function ColumnSelect({ label, table, value, none, onChange }: ColumnSelectProps) {
  return (
    <label className={styles['field']}>
      {label}
      <select
        className={styles['input']}
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value === '' ? null : Number(event.target.value))}
      >
        {none !== undefined && <option value="">{none}</option>}
        {table.columns.map((column, index) => (
          // Columns may share a name; their place tells them apart.
          <option key={index} value={index}>
            {column}
          </option>
        ))}
      </select>
    </label>
  );
}
