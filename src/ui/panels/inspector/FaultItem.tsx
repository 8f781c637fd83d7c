import { useContext } from 'react';
import { faultFields } from '#engine/model/faultFields';
import { faultTimes } from '#engine/model/faultTimes';
import type { Fault, FlowDoc } from '#engine/model/FlowDoc';
import { planFault } from '#engine/runtime/planFault';
import { kindById } from '#kinds/index';
import { LanguageContext, useText, type Translate } from '#ui/i18n/useText';
import { formatDuration, type FormatLanguage } from '#ui/look/format';
import { useDocument } from '#ui/store/documentStore';
import { endGesture } from './changeSetting';
import { changeFault, removeFault, renameFault } from './editFaults';
import { FieldForm } from './FieldForm';
import { faultSettings, faultText, faultTone, idleFaultText } from './faultText';
import { FoldedItem } from './FoldedItem';

interface Props {
  readonly fault: Fault;
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
}

/** One fault: in a sentence, and as a form when it is opened. */
export function FaultItem({ fault, isOpen, onToggle }: Props) {
  const t = useText();
  const doc = useDocument((state) => state.doc);
  const when = useWhen(fault);
  const hint = hintOf(t, fault, doc, useContext(LanguageContext));
  return (
    <FoldedItem
      name={fault.name}
      lines={[faultText(t, fault.settings, doc.nodes), when]}
      tone={faultTone(settingsOf(fault).what)}
      hint={hint}
      isOpen={isOpen}
      onToggle={onToggle}
      nameLabel={t('panels.faults.name')}
      onRename={(name) => renameFault(fault, name)}
      removeLabel={t('panels.faults.remove', { name: fault.name })}
      onRemove={() => removeFault(fault)}
    >
      <FieldForm
        fields={faultFields}
        owner="fault"
        settings={fault.settings}
        idPrefix={`fault-${fault.id}`}
        onChange={(field, value) => changeFault(fault, field, value)}
        onEnd={endGesture}
      />
    </FoldedItem>
  );
}

const settingsOf = ({ settings }: Fault) => faultSettings(settings);

/** Such as "at 10 s for 5 s, every 20 s". */
function useWhen(fault: Fault): string {
  const t = useText();
  const language = useContext(LanguageContext);
  const { atUs, forUs, everyUs } = faultTimes(settingsOf(fault));
  const at = formatDuration(atUs, language);
  if (forUs === 0) return t('panels.faults.forEver', { at });
  const values = { at, for: formatDuration(forUs, language), every: formatDuration(everyUs, language) };
  return t(everyUs === 0 ? 'panels.faults.once' : 'panels.faults.again', values);
}

/** Why a fault will change nothing, or come at other times than it says; or null. */
function hintOf(t: Translate, fault: Fault, doc: FlowDoc, language: FormatLanguage): string | null {
  const times = faultTimes(settingsOf(fault));
  const everyUs = Math.round(settingsOf(fault).everyMs * 1000);
  if (everyUs > 0 && times.forUs === 0) return t('panels.faults.never');
  if (times.everyUs !== everyUs) {
    return t('panels.faults.stretched', {
      every: formatDuration(everyUs, language),
      for: formatDuration(times.forUs, language),
      real: formatDuration(times.everyUs, language),
    });
  }
  return idleFaultText(t, planFault(fault, doc, kindById));
}
