import { Download, FileInput } from 'lucide-react';
import { useState } from 'react';
import type { Json } from '#engine/model/Json';
import { download } from '#ui/commands/download';
import { useText } from '#ui/i18n/useText';
import styles from '../inspector/control.module.css';
import { ChartImport } from './ChartImport';

interface Props {
  readonly value: Json;
  readonly onImport: (value: Json) => void;
}

/** A statechart in from, and out to, a machine configuration of XState v5. */
export function ChartTransfer({ value, onImport }: Props) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={styles['stack']}>
      <div className={styles['row']}>
        <button
          type="button"
          className={styles['small']}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <FileInput size={13} aria-hidden /> {t('chart.import')}
        </button>
        <button
          type="button"
          className={styles['small']}
          disabled={value === null}
          onClick={() => download('statechart.json', `${JSON.stringify(value, null, 2)}\n`)}
        >
          <Download size={13} aria-hidden /> {t('chart.export')}
        </button>
      </div>
      {isOpen && <ChartImport onImport={onImport} />}
    </div>
  );
}
