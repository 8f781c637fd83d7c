import { useContext, useId } from 'react';
import type { KeyReport } from '#engine/model/KeyReport';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { formatCount } from '#ui/look/format';
import controls from '../inspector/control.module.css';
import styles from './automaton.module.css';
import type { WantedKey } from './useKeys';

interface Props {
  readonly wanted: WantedKey;
  readonly onWant: (wanted: WantedKey) => void;
  readonly report: KeyReport | null;
  /** What is offered before anything is typed; else the first keys there are. */
  readonly recent?: readonly string[];
}

const mostOffered = 8;

/** Chooses any of the keys of a node, however many: typed, or one of those that contain what is typed. */
export function KeyChoice({ wanted, onWant, report, recent }: Props) {
  const t = useText();
  const language = useContext(LanguageContext);
  const id = useId();
  const nameOf = (key: string) => (key === '' ? t('automaton.key.none') : key);
  const { text, key } = wanted;
  const isSearched = text !== '' && report !== null && report.detail === null;
  const offered = (text === '' ? recent : undefined) ?? report?.found ?? [];
  const hasEmpty = (report?.found ?? []).includes('');
  return (
    <div className={styles['keys']}>
      <label htmlFor={id}>{t('automaton.key')}</label>
      <input
        id={id}
        className={controls['text']}
        type="text"
        autoComplete="off"
        spellCheck={false}
        list={`${id}list`}
        placeholder={t('automaton.key.all')}
        value={text}
        onChange={({ target: { value } }) => onWant({ text: value, key: value === '' ? null : value })}
      />
      <datalist id={`${id}list`}>
        {offered
          .filter((one) => one !== '')
          .map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
      </datalist>
      {isSearched && (
        <output className={styles['found']}>
          {report.matching === 0
            ? t('automaton.key.nobody', { text })
            : t('automaton.key.matching', {
                n: formatCount(report.matching, language),
                all: formatCount(report.count, language),
              })}
        </output>
      )}
      {isSearched && report.matching > 0 && (
        <div className={styles['offered']}>
          {report.found.slice(0, mostOffered).map((one) => (
            <button
              key={one}
              type="button"
              className={controls['small']}
              onClick={() => onWant({ text: one, key: one })}
            >
              {nameOf(one)}
            </button>
          ))}
        </div>
      )}
      {text === '' && hasEmpty && (
        <button
          type="button"
          className={controls['small']}
          aria-pressed={key === ''}
          onClick={() => onWant({ text: '', key: key === '' ? null : '' })}
        >
          {nameOf('')}
        </button>
      )}
    </div>
  );
}
