import { Dices, InfinityIcon } from 'lucide-react';
import { limits } from '#engine/model/limits';
import type { TextKey } from '#ui/i18n/catalogue';
import { useText } from '#ui/i18n/useText';
import { EventTypesEditor } from '#ui/panels/eventTypes/EventTypesEditor';
import { useDocument } from '#ui/store/documentStore';
import { endGesture } from './changeSetting';
import controls from './control.module.css';
import { DurationInput } from './DurationInput';
import { FaultsEditor } from './FaultsEditor';
import styles from './inspector.module.css';
import { NameInput } from './NameInput';
import { NotesList } from './NotesList';
import { readNumber } from './readNumber';
import { ScrubInput } from './ScrubInput';

const seedMax = 2 ** 32 - 1;

/** What belongs to the whole flow: shown while nothing is selected. */
export function FlowInspector() {
  const t = useText();
  const { name, description } = useDocument((state) => state.doc);
  return (
    <>
      <header className={styles['header']}>
        <h2 className={styles['hidden']}>{name}</h2>
        <div className={styles['title']}>
          <NameInput
            value={name}
            label={t('shell.flow.name')}
            onCommit={(next) => editFlow('panels.undo.flowName', { name: next })}
          />
        </div>
        <p className={styles['subtitle']}>{t('shell.flow.about')}</p>
      </header>
      <div className={styles['body']}>
        <NotesList />
        <div className={controls['form']}>
          <div className={controls['field']}>
            <label className={controls['label']} htmlFor="flow-description">
              {t('shell.flow.description')}
            </label>
            <textarea
              id="flow-description"
              className={controls['text']}
              rows={3}
              maxLength={limits.descriptionLength}
              value={description}
              onChange={(event) =>
                editFlow('panels.undo.flowDescription', { description: event.target.value })
              }
              onBlur={endGesture}
            />
          </div>
          <SeedField />
          <LengthField />
        </div>
        <EventTypesEditor />
        <FaultsEditor />
      </div>
    </>
  );
}

interface FlowChange {
  readonly name?: string;
  readonly description?: string;
  readonly seed?: number;
  readonly untilMs?: number;
}

function editFlow(label: TextKey, change: FlowChange): void {
  useDocument.getState().edit(label, {}, (draft) => Object.assign(draft, change), {
    merge: `flow ${Object.keys(change).join()}`,
  });
}

function SeedField() {
  const t = useText();
  const seed = useDocument((state) => state.doc.seed);
  const change = (next: number) => editFlow('panels.undo.seed', { seed: next });
  return (
    <div className={controls['field']} data-beside>
      <span className={controls['label']}>{t('shell.flow.seed')}</span>
      <div className={controls['row']}>
        <ScrubInput
          id="flow-seed"
          label={t('shell.flow.seed')}
          value={seed}
          min={0}
          max={seedMax}
          stepOf={() => 1}
          format={String}
          read={(text) => readNumber(t, text, { min: 0, max: seedMax, integer: true })}
          onChange={change}
          onEnd={endGesture}
        />
        <button
          type="button"
          className={controls['toggle']}
          aria-label={t('shell.flow.dice')}
          title={t('shell.flow.dice')}
          onClick={() => {
            change(crypto.getRandomValues(new Uint32Array(1))[0] ?? 0);
            endGesture();
          }}
        >
          <Dices size={15} aria-hidden />
        </button>
      </div>
    </div>
  );
}

function LengthField() {
  const t = useText();
  const untilMs = useDocument((state) => state.doc.untilMs);
  const change = (next: number) => editFlow('panels.undo.length', { untilMs: next });
  const isOpen = untilMs === 0;
  return (
    <div className={controls['field']} data-beside>
      <span className={controls['label']}>{t('shell.flow.length')}</span>
      <div className={controls['row']}>
        {isOpen ? (
          <label className={controls['unlimited']} htmlFor="flow-unlimited">
            <InfinityIcon size={16} aria-hidden /> {t('shell.flow.open')}
          </label>
        ) : (
          <DurationInput
            id="flow-length"
            label={t('shell.flow.length')}
            value={untilMs}
            min={1}
            max={limits.untilMs}
            onChange={change}
            onEnd={endGesture}
          />
        )}
        <button
          type="button"
          id="flow-unlimited"
          className={controls['toggle']}
          aria-pressed={isOpen}
          aria-label={t('shell.flow.openEnd')}
          title={t('shell.flow.openEnd')}
          onClick={() => {
            change(isOpen ? 60_000 : 0);
            endGesture();
          }}
        >
          <InfinityIcon size={15} aria-hidden />
        </button>
      </div>
    </div>
  );
}
