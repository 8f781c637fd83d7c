import { X } from 'lucide-react';
import { useText } from '#ui/i18n/useText';
import { hasText } from '#ui/i18n/catalogue';
import { kindById } from '#kinds/index';
import { useDocument } from '#ui/store/documentStore';
import { useView } from '#ui/store/viewStore';
import styles from './log.module.css';
import { factsLookedFor, noChoice, stepKinds, type LogChoice } from './logFilter';

interface Props {
  readonly choice: LogChoice;
  readonly onChange: (choice: LogChoice) => void;
}

/** What the log shall show: words, an event type, a node, a kind of step or what became of an event. */
export function LogFilterBar({ choice, onChange }: Props) {
  const t = useText();
  const eventTypes = useDocument((state) => state.doc.eventTypes);
  const nodes = useDocument((state) => state.doc.nodes);
  const isFollowing = useView((state) => state.selectedEvent !== null);
  const set = (part: Partial<LogChoice>) => onChange({ ...choice, ...part });
  const factName = (code: string) => {
    const key = `kinds.fact.${code}`;
    return hasText(key) ? t(key) : code;
  };
  return (
    <search className={styles['filter']} aria-label={t('why.log.filter')}>
      <input
        type="text"
        value={choice.text}
        placeholder={t('why.log.search')}
        aria-label={t('why.log.search')}
        onChange={({ currentTarget }) => set({ text: currentTarget.value })}
      />
      <select
        aria-label={t('why.log.type')}
        value={choice.type}
        onChange={({ currentTarget }) => set({ type: currentTarget.value })}
      >
        <option value="">{t('why.log.all', { what: t('why.log.type') })}</option>
        {eventTypes.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <select
        aria-label={t('why.log.node')}
        value={choice.node}
        onChange={({ currentTarget }) => set({ node: currentTarget.value })}
      >
        <option value="">{t('why.log.all', { what: t('why.log.node') })}</option>
        {nodes.map(({ id, name, kind }) =>
          kindById.get(kind)?.runs === true ? (
            <option key={id} value={id}>
              {name}
            </option>
          ) : null,
        )}
      </select>
      <select
        aria-label={t('why.log.what')}
        value={choice.what}
        onChange={({ currentTarget }) => set({ what: currentTarget.value })}
      >
        <option value="">{t('why.log.all', { what: t('why.log.what') })}</option>
        <optgroup label={t('why.log.group.facts')}>
          {factsLookedFor().map((code) => (
            <option key={code} value={code}>
              {factName(code)}
            </option>
          ))}
        </optgroup>
        <optgroup label={t('why.log.group.steps')}>
          {stepKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kinds.step.${kind}`)}
            </option>
          ))}
        </optgroup>
      </select>
      <label className={styles['only']}>
        <input
          type="checkbox"
          checked={choice.isFollowedOnly && isFollowing}
          disabled={!isFollowing}
          onChange={({ currentTarget }) => set({ isFollowedOnly: currentTarget.checked })}
        />
        {t('why.log.followedOnly')}
      </label>
      {choice !== noChoice && (
        <button
          type="button"
          aria-label={t('why.log.clear')}
          title={t('why.log.clear')}
          onClick={({ currentTarget }) => {
            // The button goes with what it clears.
            currentTarget.closest('search')?.querySelector('input')?.focus();
            onChange(noChoice);
          }}
        >
          <X size={13} aria-hidden />
        </button>
      )}
    </search>
  );
}
