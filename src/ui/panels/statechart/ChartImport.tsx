import { useId, useState } from 'react';
import type { Json } from '#engine/model/Json';
import type { Problem } from '#engine/model/Problem';
import { useText } from '#ui/i18n/useText';
import { chartFileMax, readTextFile } from '../dialogs/readTextFile';
import styles from '../inspector/control.module.css';
import { importChart } from './importChart';
import { LeftOutList } from './LeftOutList';
import chartStyles from './statechart.module.css';

interface Props {
  readonly onImport: (value: Json) => void;
}

type Answer =
  | { readonly is: 'none' }
  | { readonly is: 'done'; readonly states: number; readonly problems: readonly Problem[] }
  | { readonly is: 'refused'; readonly problems: readonly Problem[] };

/** Text or a file of a machine configuration; below it, everything that was not carried over, and where it stood. */
export function ChartImport({ onImport }: Props) {
  const t = useText();
  const id = useId();
  const [text, setText] = useState('');
  const [answer, setAnswer] = useState<Answer>({ is: 'none' });

  async function take(given: string) {
    const result = await importChart(given);
    if (result.ok) {
      onImport(result.value.setting);
      setAnswer({ is: 'done', states: result.value.states, problems: result.problems });
    } else setAnswer({ is: 'refused', problems: result.problems });
  }

  async function takeFile(file: File) {
    const given = await readTextFile(file, chartFileMax);
    if (!given.ok) {
      setAnswer({ is: 'refused', problems: given.problems });
      return;
    }
    setText(given.value);
    await take(given.value);
  }

  return (
    <section className={styles['stack']} aria-label={t('chart.import')}>
      <p className={styles['hint']}>{t('chart.import.about')}</p>
      <label className={styles['hint']} htmlFor={`${id}text`}>
        {t('chart.import.text')}
      </label>
      <textarea
        id={`${id}text`}
        className={styles['json']}
        rows={5}
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <label className={styles['hint']} htmlFor={`${id}file`}>
        {t('chart.import.file')}
      </label>
      <input
        id={`${id}file`}
        className={chartStyles['file']}
        type="file"
        accept=".json,application/json"
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file === undefined) return;
          void takeFile(file);
        }}
      />
      <div className={styles['row']}>
        <button
          type="button"
          className={styles['small']}
          disabled={text.trim() === ''}
          onClick={() => void take(text)}
        >
          {t('chart.import.now')}
        </button>
      </div>
      <output className={styles['hint']}>{sentence()}</output>
      {answer.is !== 'none' && <LeftOutList problems={answer.problems} />}
    </section>
  );

  function sentence(): string {
    if (answer.is === 'none') return '';
    if (answer.is === 'refused') return t('chart.import.refused');
    const { states, problems } = answer;
    return problems.length === 0
      ? t('chart.import.whole', { n: states })
      : t('chart.import.partly', { n: states, left: problems.length });
  }
}
