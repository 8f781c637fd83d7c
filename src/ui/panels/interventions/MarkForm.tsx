import { CornerDownRight, Trash2 } from 'lucide-react';
import { useContext, type ReactNode } from 'react';
import { limits } from '#engine/model/limits';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { formatClock } from '#ui/look/format';
import { useDocument } from '#ui/store/documentStore';
import { useRun } from '#ui/store/runStore';
import controls from '../inspector/control.module.css';
import { DurationInput } from '../inspector/DurationInput';
import { NameInput } from '../inspector/NameInput';
import { changeMark, longestForMs, moveMark, renameMark } from './editMarks';
import styles from './interventions.module.css';
import { keyOf, type Mark } from './Mark';
import { useMarkWords } from './markWords';

interface Props {
  readonly mark: Mark;
  /** Unique on the page. */
  readonly id: string;
  readonly onRemove: () => void;
}

/** Everything about a mark that can be told by numbers and letters: its name, its time, how long it lasts. */
export function MarkForm({ mark, id, onRemove }: Props) {
  const t = useText();
  const language = useContext(LanguageContext);
  const words = useMarkWords();
  const name = words.nameOf(mark);
  const endGesture = useDocument((state) => state.endGesture);
  const time = formatClock(mark.atUs, language);
  return (
    <div className={styles['markForm']} data-key={keyOf(mark)}>
      <NameInput value={name} label={t('hand.name')} onCommit={(next) => renameMark(mark, next)} />
      <Row label={t('hand.at')}>
        <DurationInput
          id={`${id}-at`}
          label={t('hand.at')}
          value={mark.atUs / 1000}
          min={0}
          max={limits.timeUs / 1000}
          onChange={(ms) => moveMark(mark, ms * 1000, name)}
          onEnd={endGesture}
        />
      </Row>
      {mark.forUs > 0 && (
        <Row label={t('fields.fault.forMs')}>
          <DurationInput
            id={`${id}-for`}
            label={t('fields.fault.forMs')}
            value={mark.forUs === Infinity ? 0 : mark.forUs / 1000}
            min={0}
            max={longestForMs}
            onChange={(ms) => changeMark(mark, 'forMs', ms, name)}
            onEnd={endGesture}
          />
        </Row>
      )}
      <div className={styles['actions']}>
        <button
          type="button"
          className={controls['small']}
          aria-label={t('player.goToIntervention', { time, what: name })}
          onClick={() => goTo(mark)}
        >
          <CornerDownRight size={13} aria-hidden /> {t('hand.goTo')}
        </button>
        <button
          type="button"
          className={controls['small']}
          aria-label={t('player.removeIntervention', { what: name })}
          onClick={onRemove}
        >
          <Trash2 size={13} aria-hidden /> {t('player.remove')}
        </button>
      </div>
    </div>
  );
}

/** To the step that the person had seen; in a changed run, to the time. */
export function goTo(mark: Mark): void {
  const run = useRun.getState();
  const step = run.doc.interventions.find(({ id }) => mark.of === 'hand' && id === mark.id)?.afterStep ?? 0;
  run.seek(step > 0 ? { step } : { timeUs: Math.max(0, mark.atUs) });
}

function Row({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={styles['formRow']}>
      <span className={styles['formLabel']}>{label}</span>
      {children}
    </div>
  );
}
