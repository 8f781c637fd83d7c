import { FileInput } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { guessColumns } from '#engine/interop/guessColumns';
import { logFormatOf } from '#engine/interop/index';
import { useText } from '#ui/i18n/useText';
import { ProblemList } from '../problems/ProblemList';
import styles from './dialog.module.css';
import { DialogFrame } from './DialogFrame';
import { useDialogSubject } from './dialogSubject';
import { LogForm } from './LogForm';
import { openFile } from './openFile';

/** A recorded log (CSV, or CloudEvents one a line) becomes what a publisher publishes. */
export function ImportLogDialog() {
  const t = useText();
  const subject = useDialogSubject();
  const given = subject?.about === 'log' ? subject : null;
  return (
    <DialogFrame isWide title={t('panels.log.title')} about={t('panels.log.about')}>
      {given === null ? <LogSource /> : <LogReader key={given.name} name={given.name} text={given.text} />}
    </DialogFrame>
  );
}

function LogSource() {
  const t = useText();
  const picker = useRef<HTMLInputElement>(null);
  const [pasted, setPasted] = useState('');
  const [isRead, setRead] = useState(false);
  if (isRead) return <LogReader name={t('panels.log.pastedName')} text={pasted} />;
  return (
    <>
      <input
        ref={picker}
        type="file"
        hidden
        aria-label={t('panels.log.choose')}
        accept=".csv,.tsv,.txt,.ndjson,.jsonl,.log,text/csv,application/x-ndjson"
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file !== undefined) void openFile(file, 'log');
        }}
      />
      <div className={styles['row']}>
        <button type="button" className={styles['primary']} onClick={() => picker.current?.click()}>
          <FileInput size={15} aria-hidden /> {t('panels.log.choose')}
        </button>
        <span className={styles['about']}>{t('panels.open.drop')}</span>
      </div>
      <label className={styles['field']}>
        {t('panels.log.paste')}
        <textarea
          className={styles['area']}
          rows={7}
          spellCheck={false}
          value={pasted}
          onChange={(event) => setPasted(event.target.value)}
        />
      </label>
      <div className={styles['row']}>
        <button
          type="button"
          className={styles['button']}
          disabled={pasted.trim() === ''}
          onClick={() => setRead(true)}
        >
          {t('panels.log.read')}
        </button>
      </div>
    </>
  );
}

interface ReaderProps {
  readonly name: string;
  readonly text: string;
}

function LogReader({ name, text }: ReaderProps) {
  const table = useMemo(() => logFormatOf(text).read(text), [text]);
  const guess = useMemo(() => guessColumns(table), [table]);
  if (table.rows.length === 0) return <ProblemList problems={table.problems} />;
  return <LogForm name={name} table={table} guess={guess} />;
}
