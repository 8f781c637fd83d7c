import { useContext, useId, useMemo } from 'react';
import { asNondeterministic } from '#engine/automata/asNondeterministic';
import type { Automaton } from '#engine/automata/Automaton';
import { writeAutomatonJson } from '#engine/interop/automatonJson';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { download } from '#ui/commands/download';
import { say } from '#ui/commands/say';
import { formatCount } from '#ui/look/format';
import { GraphView } from '#ui/panels/graph/GraphView';
import { useInference } from '#ui/store/useInference';
import { failureSentence } from '../problems/failureSentence';
import { attachProtocol, fitsDocument, type ProtocolPlace } from './attachProtocol';
import { automatonPicture } from './automatonPicture';
import styles from './observed.module.css';
import type { ObservedSubject } from './ObservedSubject';

interface Props {
  readonly subject: ObservedSubject;
  readonly k: number;
  readonly onK: (k: number) => void;
}

const mostTails = 20;
/** More are no drawing that anybody reads. */
const drawnAtMost = 60;

/** An automaton inferred from the words that were seen, with the k of the k-tails in sight. */
export function InferPanel({ subject, k, onK }: Props) {
  const t = useText();
  const language = useContext(LanguageContext);
  const id = useId();
  const { observed, isComplete, name } = subject;
  const { inference, error, isCurrent } = useInference(isComplete ? observed : null, k);
  const found = inference?.ok === true ? inference.value : null;
  const count = (n: number) => formatCount(n, language);
  return (
    <details className={styles['section']}>
      <summary>{t('observed.infer')}</summary>
      <p className={styles['quiet']}>{t('observed.inferAbout')}</p>
      <div className={styles['filter']}>
        <label htmlFor={id}>{t('observed.tails')}</label>
        <input
          id={id}
          type="number"
          min={0}
          max={mostTails}
          value={k}
          onChange={(event) => {
            const number = Math.round(Number(event.target.value));
            if (Number.isFinite(number)) onK(Math.min(mostTails, Math.max(0, number)));
          }}
        />
      </div>
      <output className={styles['quiet']}>
        {!isComplete || !isCurrent ? t('observed.computing') : ''}
        {error === null ? '' : t('observed.inferFailed', { error: failureSentence(t, error) })}
        {inference?.ok === false ? t('observed.inferTooLarge', { max: count(inference.max) }) : ''}
        {found !== null && isCurrent
          ? t(found.exactAt === null ? 'observed.inferred' : 'observed.inferredExact', {
              k,
              nodes: count(found.nodes),
              states: count(found.automaton.states.length),
              exact: found.exactAt ?? '',
            })
          : ''}
      </output>
      {found !== null && (
        <>
          {found.automaton.states.length <= drawnAtMost ? (
            <InferredGraph automaton={found.automaton} label={t('observed.inferredOf', { name })} />
          ) : (
            <p className={styles['quiet']}>{t('observed.tooManyToDraw')}</p>
          )}
          <div className={styles['row']}>
            <button
              type="button"
              className={styles['button']}
              onClick={() =>
                download(`${name}.automaton.json`, writeAutomatonJson(asNondeterministic(found.automaton)))
              }
            >
              {t('observed.download')}
            </button>
            {subject.at !== null && (
              <AttachButton name={name} automaton={found.automaton} at={subject.at} k={k} />
            )}
          </div>
        </>
      )}
    </details>
  );
}

interface AttachProps {
  readonly name: string;
  readonly automaton: Automaton;
  readonly at: ProtocolPlace;
  readonly k: number;
}

function AttachButton({ name, automaton, at, k }: AttachProps) {
  const t = useText();
  const fits = useMemo(() => fitsDocument(automaton), [automaton]);
  if (!fits) return <p className={styles['quiet']}>{t('observed.tooLargeToAttach')}</p>;
  return (
    <button
      type="button"
      className={styles['button']}
      onClick={() => {
        attachProtocol(t('observed.protocolName', { name, k }), automaton, at);
        say('observed.attached', {}, 'success');
      }}
    >
      {t('observed.attach')}
    </button>
  );
}

function InferredGraph({ automaton, label }: { readonly automaton: Automaton; readonly label: string }) {
  const picture = useMemo(() => automatonPicture(automaton), [automaton]);
  return <GraphView picture={picture} label={label} />;
}
