import { useMemo, useState } from 'react';
import { observeEvents } from '#engine/analysis/observed/observeEvents';
import { logEvents } from '#engine/interop/logEvents';
import type { LogColumns, LogTable } from '#engine/interop/LogTable';
import { ProblemList } from '#engine/model/ProblemList';
import styles from './observed.module.css';
import { ObservedPanel } from './ObservedPanel';
import type { ObservedSubject } from './ObservedSubject';
import { WordChoice } from './ObservedView';

interface Props {
  readonly name: string;
  readonly table: LogTable;
  readonly columns: LogColumns;
}

/** The automaton of a log that nobody has built a flow for. */
export function LogAutomaton({ name, table, columns }: Props) {
  const [isPerKey, setPerKey] = useState(true);
  const subject = useMemo((): ObservedSubject => {
    // What cannot be read is told by the form that the log was opened with.
    const events = logEvents(table, columns, new ProblemList());
    return {
      name,
      observed: observeEvents(events, isPerKey),
      isComplete: true,
      places: 'lines',
      isPerKey,
      at: null,
    };
  }, [name, table, columns, isPerKey]);
  return (
    <div className={styles['view']}>
      <WordChoice isPerKey={isPerKey} onChange={setPerKey} />
      <ObservedPanel key={String(isPerKey)} subject={subject} />
    </div>
  );
}
