import { useContext, useState } from 'react';
import { defaultsOf } from '#engine/model/defaultsOf';
import { handFaultFields } from '#engine/model/faultFields';
import { faultTypes } from '#engine/model/faults/index';
import type { Settings } from '#engine/model/fields';
import type { FlowDoc } from '#engine/model/FlowDoc';
import type { Json } from '#engine/model/Json';
import { planHandFault } from '#engine/runtime/planFault';
import { kindById } from '#kinds/index';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { formatClock } from '#ui/look/format';
import { useDocument } from '#ui/store/documentStore';
import { useRun } from '#ui/store/runStore';
import { useView, type Selection } from '#ui/store/viewStore';
import { FieldForm } from '../inspector/FieldForm';
import { fieldText } from '../inspector/fieldText';
import { actsOnWires, faultSettings, faultText, idleFaultText } from '../inspector/faultText';
import { sayWithUndo } from './editMarks';
import styles from './interventions.module.css';
import { MarkIcon } from './MarkIcon';
import { markTone } from './markTone';

/** Makes something go wrong at the playhead: what, for whom, for how long. */
export function FaultPanel() {
  const t = useText();
  const doc = useDocument((state) => state.doc);
  const [settings, setSettings] = useChosen(doc);
  const change = (part: Settings) => setSettings({ ...settings, ...part });
  const plan = settings['target'] === '' ? null : planHandFault('', settings, doc, kindById);
  const idle = settings['target'] === '' ? t('hand.chooseTarget') : idleFaultText(t, plan);
  const { what } = faultSettings(settings);
  return (
    <section className={styles['panel']} aria-label={t('hand.panel')}>
      <h3 className={styles['title']}>{t('hand.panel')}</h3>
      <fieldset className={styles['sorts']}>
        <legend className={styles['unseen']}>{fieldText(t, 'fault.what')}</legend>
        {faultTypes.map(({ id }) => (
          <label key={id} className={styles['sort']} data-tone={markTone({ what: id })}>
            <input
              type="radio"
              name="fault-sort"
              checked={id === what}
              onChange={() => change({ what: id })}
            />
            <MarkIcon what={id} />
            <span>{fieldText(t, `fault.what.${id}`)}</span>
          </label>
        ))}
      </fieldset>
      <FieldForm
        fields={handFaultFields.filter(({ id }) => id !== 'what')}
        owner="fault"
        settings={settings}
        idPrefix="hand-fault"
        onChange={(field, value) => change({ [field]: value })}
        onEnd={() => undefined}
      />
      <div className={styles['foot']}>
        {idle !== null && <p className={styles['outcome']}>{idle}</p>}
        <DoIt settings={settings} what={faultText(t, settings, doc.nodes)} isOff={idle !== null} />
      </div>
    </section>
  );
}

interface DoItProps {
  readonly settings: Settings;
  readonly what: string;
  readonly isOff: boolean;
}

/** Says the time at which it will happen, which moves while the run plays. */
function DoIt({ settings, what, isOff }: DoItProps) {
  const t = useText();
  const language = useContext(LanguageContext);
  // A tenth of a second is as fine as anybody reads a moving clock.
  const tenths = useRun(({ isPlaying, playhead }) =>
    isPlaying ? Math.floor(playhead.timeUs / 1e5) : playhead.timeUs / 1e5,
  );
  return (
    <button
      type="button"
      className={styles['doIt']}
      disabled={isOff}
      onClick={() => {
        const time = formatClock(useRun.getState().playhead.timeUs, language);
        useRun.getState().intervene({ do: 'fault', settings });
        sayWithUndo('hand.done', { what, time });
      }}
    >
      {t('hand.doIt', { time: formatClock(tenths * 1e5, language) })}
    </button>
  );
}

/** What is selected on the canvas is whom it befalls, until another one is chosen here. */
function useChosen(doc: FlowDoc) {
  const selection = useView((state) => state.selection);
  const [chosen, setChosen] = useState(() => ({
    selection,
    settings: fitted(defaultsOf(handFaultFields), selection, doc),
  }));
  if (chosen.selection !== selection) {
    setChosen({ selection, settings: fitted(chosen.settings, selection, doc) });
  }
  const settings: Settings = {
    ...chosen.settings,
    // What was deleted meanwhile is chosen no longer.
    target: knownNode(chosen.settings['target'], doc),
    other: knownNode(chosen.settings['other'], doc),
  };
  return [settings, (next: Settings) => setChosen({ selection, settings: next })] as const;
}

const knownNode = (id: Json | undefined, { nodes }: FlowDoc) =>
  nodes.some((node) => node.id === id) ? (id ?? '') : '';

/** Whom it befalls by the selection; on a wire only what acts on wires makes sense. */
function fitted(settings: Settings, selection: Selection, doc: FlowDoc): Settings {
  const target = targetOf(selection, doc);
  if (target === null) return settings;
  const { what } = faultSettings(settings);
  return { ...settings, ...target, what: target.other !== '' && !actsOnWires(what) ? 'lose' : what };
}

interface Target {
  readonly target: string;
  readonly other: string;
}

/** A node, or the two ends of a wire. */
function targetOf({ nodes, wires }: Selection, doc: FlowDoc): Target | null {
  const [node] = nodes;
  if (node !== undefined) return { target: node, other: '' };
  const wire = doc.wires.find(({ id }) => id === wires[0]);
  return wire === undefined ? null : { target: wire.from.node, other: wire.to.node };
}
