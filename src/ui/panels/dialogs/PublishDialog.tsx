import { Send } from 'lucide-react';
import { useState, type FormEvent, type KeyboardEvent } from 'react';
import type { FlowNode } from '#engine/model/FlowDoc';
import type { Json } from '#engine/model/Json';
import { limits } from '#engine/model/limits';
import { kindById } from '#kinds/index';
import { say } from '#ui/commands/say';
import { useText } from '#ui/i18n/useText';
import { useDocument } from '#ui/store/documentStore';
import { useRun } from '#ui/store/runStore';
import { useView } from '#ui/store/viewStore';
import styles from './dialog.module.css';
import { DialogFrame } from './DialogFrame';

/** Publishes one event by hand, now: it becomes part of the run. */
export function PublishDialog() {
  const t = useText();
  const doc = useDocument((state) => state.doc);
  const selected = useView((state) => state.selection.nodes);
  const publishers = doc.nodes.filter(isSource);
  const first = publishers.find(({ id }) => selected.includes(id)) ?? publishers[0];
  const canPublish = first !== undefined && doc.eventTypes.length > 0;
  return (
    <DialogFrame title={t('panels.publish.title')} about={t('panels.publish.about')}>
      {canPublish ? (
        <PublishForm publishers={publishers} first={first.id} />
      ) : (
        <p className={styles['note']}>{t('panels.publish.nobody')}</p>
      )}
    </DialogFrame>
  );
}

const isSource = (node: FlowNode) => kindById.get(node.kind)?.facts(node.settings).role === 'source';

interface FormProps {
  readonly publishers: readonly FlowNode[];
  readonly first: string;
}

function PublishForm({ publishers, first }: FormProps) {
  const t = useText();
  const types = useDocument((state) => state.doc.eventTypes);
  const [node, setNode] = useState(first);
  const [type, setType] = useState(types[0]?.id ?? '');
  const [key, setKey] = useState('');
  const [text, setText] = useState('null');
  const data = readJson(text);
  const publish = (event: FormEvent) => {
    event.preventDefault();
    if (data === undefined) return;
    useRun.getState().intervene({ do: 'publish', node, type, key, data });
    useView.getState().closeDialog();
    say('panels.publish.done', { type: types.find(({ id }) => id === type)?.name ?? type });
  };
  return (
    <form className={styles['form']} onSubmit={publish}>
      <div className={styles['fields']}>
        <Choice label={t('panels.publish.from')} value={node} options={publishers} onChoose={setNode} />
        <Choice label={t('panels.publish.type')} value={type} options={types} onChoose={setType} />
        <label className={styles['field']}>
          {t('panels.publish.key')}
          <input
            className={styles['input']}
            maxLength={limits.keyLength}
            value={key}
            onChange={(event) => setKey(event.target.value)}
          />
        </label>
      </div>
      <label className={styles['field']}>
        {t('panels.publish.data')}
        <textarea
          className={styles['area']}
          rows={4}
          spellCheck={false}
          aria-invalid={data === undefined}
          aria-describedby={data === undefined ? 'publish-problem' : undefined}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      {data === undefined && (
        <p id="publish-problem" className={styles['note']} data-tone="danger" role="alert">
          {t('panels.publish.badData', { n: limits.dataLength })}
        </p>
      )}
      <div className={styles['row']}>
        <button type="submit" className={styles['primary']} disabled={data === undefined}>
          <Send size={15} aria-hidden /> {t('panels.publish.send')}
        </button>
      </div>
    </form>
  );
}

/** Enter sends a form from its inputs only, but the form opens on a choice. */
function submitFromChoice(event: KeyboardEvent<HTMLSelectElement>) {
  if (event.key !== 'Enter') return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}

/** The JSON of a text that an intervention may carry, or undefined. */
function readJson(text: string): Json | undefined {
  try {
    // What JSON.parse answers is JSON by definition.
    const value = JSON.parse(text) as Json;
    return JSON.stringify(value).length <= limits.dataLength ? value : undefined;
  } catch {
    return undefined;
  }
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly onChoose: (id: string) => void;
}

function Choice({ label, value, options, onChoose }: ChoiceProps) {
  return (
    <label className={styles['field']}>
      {label}
      <select
        className={styles['input']}
        value={value}
        onKeyDown={submitFromChoice}
        onChange={(event) => onChoose(event.target.value)}
      >
        {options.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
