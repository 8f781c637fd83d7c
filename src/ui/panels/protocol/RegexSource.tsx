import { useId, useState } from 'react';
import { lettersOfRegex } from '#engine/automata/lettersOfRegex';
import { parseRegex } from '#engine/automata/parseRegex';
import { regexName } from '#engine/automata/regexTokens';
import { valueText } from '#engine/model/createProblem';
import type { Protocol } from '#engine/model/FlowDoc';
import { useText, type Translate } from '#ui/i18n/useText';
import { useDocument } from '#ui/store/documentStore';
import { endGesture } from '../inspector/changeSetting';
import controls from '../inspector/control.module.css';
import { changeProtocol } from './editProtocols';
import styles from './protocol.module.css';

interface Props {
  readonly protocol: Protocol;
}

/** The expression of a protocol. What cannot be read is said at once, and does not reach the document. */
export function RegexSource({ protocol }: Props) {
  const t = useText();
  const id = useId();
  const types = useDocument((state) => state.doc.eventTypes);
  const kept = textOf(protocol);
  const [draft, setDraft] = useState<string | null>(null);
  const text = draft ?? kept;
  const { problem, hint } = judge(
    text,
    types.map(({ name }) => name),
    t,
  );
  return (
    <div className={styles['source']}>
      <label htmlFor={id}>{t('fields.protocol.expression')}</label>
      <textarea
        id={id}
        rows={3}
        className={controls['text']}
        spellCheck={false}
        aria-invalid={problem !== ''}
        aria-describedby={`${id}-said`}
        maxLength={4000}
        value={text}
        onChange={({ target }) => {
          const isSound = judge(target.value, [], t).problem === '';
          setDraft(isSound ? null : target.value);
          if (isSound) changeProtocol(protocol, { expression: target.value });
        }}
        onBlur={endGesture}
      />
      <p
        id={`${id}-said`}
        className={styles['said']}
        data-tone={problem === '' ? 'quiet' : 'danger'}
        aria-live="polite"
      >
        {problem === '' ? hint : problem}
      </p>
    </div>
  );
}

function textOf({ settings: { expression } }: Protocol): string {
  return typeof expression === 'string' ? expression : '';
}

/** What is wrong with an expression, and what else is to be said of it. */
function judge(text: string, names: readonly string[], t: Translate) {
  if (text.trim() === '') {
    const [first = 'OrderPlaced', second = 'OrderPaid'] = names.map(regexName);
    return { problem: '', hint: t('protocol.regex.empty', { example: `(${first} ${second})*` }) };
  }
  const tree = parseRegex(text);
  if (!tree.ok) {
    const values = { column: tree.at + 1, value: valueText(tree.found) };
    return { problem: t(`problems.regex-${tree.reason}`, values), hint: '' };
  }
  const unknown = lettersOfRegex(tree.value).filter((name) => !names.includes(name));
  const hint =
    unknown.length === 0 ? '' : t('protocol.regex.unknown', { names: unknown.join(t('canvas.comma')) });
  return { problem: '', hint: hint === '' ? t('fields.protocol.expression.help') : hint };
}
