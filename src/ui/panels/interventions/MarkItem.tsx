import { ChevronRight, Trash2 } from 'lucide-react';
import { useContext, useRef } from 'react';
import { faultFields, handFaultFields } from '#engine/model/faultFields';
import type { Settings } from '#engine/model/fields';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { formatClock, formatDuration } from '#ui/look/format';
import { useDocument } from '#ui/store/documentStore';
import { passFocusOn } from '#ui/store/passFocusOn';
import controls from '../inspector/control.module.css';
import { FieldForm } from '../inspector/FieldForm';
import { changeMark, removeMark } from './editMarks';
import styles from './interventions.module.css';
import type { Mark } from './Mark';
import { goTo, MarkForm } from './MarkForm';
import { MarkIcon } from './MarkIcon';
import { markTone } from './markTone';
import type { MarkWords } from './markWords';

interface Props {
  readonly mark: Mark;
  readonly words: MarkWords;
  /** Why it changed nothing, or null. */
  readonly outcome: string | null;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** One mark in a line: when, what, and what came of it; with its form when it is opened. */
export function MarkItem({ mark, words, outcome, isOpen, onToggle }: Props) {
  const t = useText();
  const language = useContext(LanguageContext);
  const item = useRef<HTMLLIElement>(null);
  const settings = useSettings(mark);
  const name = words.nameOf(mark);
  const what = words.whatOf(mark);
  const time = formatClock(mark.atUs, language);
  const remove = () => {
    passFocusOn(item.current);
    removeMark(mark, name);
  };
  return (
    <li ref={item} className={styles['item']} data-tone={markTone(mark)}>
      <div className={styles['line']}>
        <button
          type="button"
          className={styles['jump']}
          aria-label={t('player.goToIntervention', { time, what: name })}
          onClick={() => goTo(mark)}
        >
          {time}
        </button>
        <button type="button" className={styles['head']} aria-expanded={isOpen} onClick={onToggle}>
          <ChevronRight size={14} aria-hidden className={styles['arrow']} />
          <MarkIcon what={mark.what} />
          <span className={styles['name']}>{name}</span>
          {name !== what && <span className={styles['quiet']}>{what}</span>}
          <Length mark={mark} />
        </button>
        <button
          type="button"
          className={controls['icon']}
          aria-label={t('player.removeIntervention', { what: name })}
          title={t('player.remove')}
          onClick={remove}
        >
          <Trash2 size={14} aria-hidden />
        </button>
      </div>
      {outcome !== null && <p className={styles['outcome']}>{outcome}</p>}
      {isOpen && (
        <div className={styles['form']}>
          <MarkForm mark={mark} id={`mark-${mark.of}-${mark.id}`} onRemove={remove} />
          {settings !== null && (
            <FieldForm
              // Time and length stand above.
              fields={(mark.of === 'fault' ? faultFields : handFaultFields).filter(
                ({ id }) => id !== 'atMs' && id !== 'forMs',
              )}
              owner="fault"
              settings={settings}
              idPrefix={`mark-${mark.of}-${mark.id}`}
              onChange={(field, value) => changeMark(mark, field, value, name)}
              onEnd={() => useDocument.getState().endGesture()}
            />
          )}
        </div>
      )}
    </li>
  );
}

/** How long it lasts, and when it comes again. */
function Length({ mark: { forUs, everyUs } }: { readonly mark: Mark }) {
  const t = useText();
  const language = useContext(LanguageContext);
  if (forUs === 0) return null;
  const length =
    forUs === Infinity ? t('hand.forEver') : t('hand.for', { for: formatDuration(forUs, language) });
  const again = everyUs > 0 ? t('hand.every', { every: formatDuration(everyUs, language) }) : '';
  return <span className={styles['quiet']}>{again === '' ? length : `${length} · ${again}`}</span>;
}

/** Those of a fault; null for what has none. */
function useSettings({ of, id }: Mark): Settings | null {
  return useDocument(({ doc }) => {
    if (of === 'fault') return doc.faults.find((one) => one.id === id)?.settings ?? null;
    const action = doc.interventions.find((one) => one.id === id)?.action;
    return action?.do === 'fault' ? action.settings : null;
  });
}
