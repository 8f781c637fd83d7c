import { Download } from 'lucide-react';
import { useId, useState } from 'react';
import { asNondeterministic } from '#engine/automata/asNondeterministic';
import { automatonFormats } from '#engine/interop/automatonFormats';
import type { Protocol } from '#engine/model/FlowDoc';
import type { Problem } from '#engine/model/Problem';
import { compileProtocol } from '#engine/model/protocols/compileProtocol';
import { download } from '#ui/commands/download';
import { useText, type Translate } from '#ui/i18n/useText';
import { useDocument } from '#ui/store/documentStore';
import { automatonFileMax, readTextFile } from '../dialogs/readTextFile';
import controls from '../inspector/control.module.css';
import { ProblemList } from '../problems/ProblemList';
import { changeProtocol } from './editProtocols';
import { importDrawn } from './importDrawn';
import styles from './protocol.module.css';

interface Props {
  readonly protocol: Protocol;
}

/** The automaton of a protocol as a file, whatever it is said by; and a file as its drawing. */
export function ProtocolTransfer({ protocol }: Props) {
  const t = useText();
  const id = useId();
  const types = useDocument((state) => state.doc.eventTypes);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const { automaton } = compileProtocol(protocol, types);
  const save = (chosen: string) => {
    const format = automatonFormats.find((one) => one.id === chosen);
    if (format === undefined || automaton === null) return;
    const text = format.write(asNondeterministic(automaton));
    download(
      `${protocol.name}${format.endings[0] ?? ''}`,
      text,
      chosen === 'json' ? undefined : 'text/plain',
    );
  };
  return (
    <details className={styles['transfer']}>
      <summary>{t('protocol.transfer')}</summary>
      <div className={styles['source']}>
        <p className={styles['said']}>{t('protocol.exportAs')}</p>
        <div className={styles['formats']}>
          {automatonFormats.map((format) => (
            <button
              key={format.id}
              type="button"
              className={controls['small']}
              disabled={automaton === null}
              onClick={() => save(format.id)}
            >
              <Download size={13} aria-hidden /> {formatName(format.id, t)}
            </button>
          ))}
        </div>
        <label htmlFor={id} className={styles['said']}>
          {t('protocol.import')}
        </label>
        <input
          id={id}
          type="file"
          accept={automatonFormats.flatMap(({ endings }) => endings).join()}
          onChange={async (event) => {
            const input = event.currentTarget;
            const file = input.files?.[0];
            if (file === undefined) return;
            const read = await readTextFile(file, automatonFileMax);
            const result = read.ok ? importDrawn(file.name, read.value) : read;
            input.value = '';
            setProblems(result.problems);
            if (result.ok) changeProtocol(protocol, { source: 'drawn', automaton: result.value }, true);
          }}
        />
        {problems.length > 0 && <ProblemList problems={problems} />}
      </div>
    </details>
  );
}

/** Formats are called what they are called in every language; only the own one has no name. */
function formatName(format: string, t: Translate): string {
  if (format === 'jff') return 'JFLAP';
  if (format === 'mermaid') return 'Mermaid';
  return format === 'graphviz' ? 'Graphviz' : t('protocol.ownFormat');
}
