import { ChevronRight, Trash2 } from 'lucide-react';
import type { Protocol } from '#engine/model/FlowDoc';
import { protocolFields, type ProtocolSettings } from '#engine/model/protocols/protocolFields';
import { useText } from '#ui/i18n/useText';
import { late } from '#ui/look/late';
import { useDocument } from '#ui/store/documentStore';
import { endGesture } from '../inspector/changeSetting';
import controls from '../inspector/control.module.css';
import { FieldRows } from '../inspector/FieldRows';
import { NameInput } from '../inspector/NameInput';
import { changeProtocol, removeProtocol, renameProtocol } from './editProtocols';
import { patternSentence, PatternSource } from './PatternSource';
import styles from './protocol.module.css';
import { RegexSource } from './RegexSource';

interface Props {
  readonly protocol: Protocol;
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
}

const DrawnSource = late(async () => (await import('./DrawnSource')).DrawnSource);
const ProtocolTransfer = late(async () => (await import('./ProtocolTransfer')).ProtocolTransfer);
const sources = { pattern: PatternSource, regex: RegexSource, drawn: DrawnSource };
const sourceField = protocolFields.filter(({ id }) => id === 'source');
const ruleFields = protocolFields.filter(({ id }) =>
  ['mode', 'watch', 'instances', 'others', 'pauseOnViolation', 'maxInstances'].includes(id),
);

/** One protocol: its name and what it says, and as a form when it is opened. */
export function ProtocolItem({ protocol, isOpen, onToggle }: Props) {
  const t = useText();
  const types = useDocument((state) => state.doc.eventTypes);
  const { source, mode, expression } = protocol.settings as unknown as ProtocolSettings; // Importer and form keep to the table.
  const Source = sources[source];
  const said =
    source === 'pattern'
      ? patternSentence(protocol, types, t)
      : source === 'regex'
        ? expression
        : t('fields.protocol.source.drawn');
  const form = {
    owner: 'protocol',
    settings: protocol.settings,
    idPrefix: `protocol-${protocol.id}`,
    onChange: (field: string, value: ProtocolSettings['automaton']) =>
      changeProtocol(protocol, { [field]: value }),
    onEnd: endGesture,
  };
  return (
    <li className={styles['item']} data-mode={mode}>
      <button
        type="button"
        className={styles['head']}
        aria-expanded={isOpen}
        onClick={() => onToggle(!isOpen)}
      >
        <ChevronRight size={14} aria-hidden className={styles['arrow']} />
        <span className={styles['name']}>{protocol.name}</span>
        <span className={styles['what']}>{said}</span>
      </button>
      {isOpen && (
        <div className={styles['form']}>
          <div className={styles['nameRow']}>
            <NameInput
              value={protocol.name}
              label={t('protocol.name')}
              onCommit={(name) => renameProtocol(protocol, name)}
            />
            <button
              type="button"
              className={controls['icon']}
              aria-label={t('protocol.remove', { name: protocol.name })}
              title={t('protocol.remove', { name: protocol.name })}
              onClick={() => removeProtocol(protocol)}
            >
              <Trash2 size={14} aria-hidden />
            </button>
          </div>
          <FieldRows {...form} fields={sourceField} />
          <Source key={protocol.id} protocol={protocol} />
          <FieldRows {...form} fields={ruleFields} />
          <ProtocolTransfer key={`${protocol.id} file`} protocol={protocol} />
        </div>
      )}
    </li>
  );
}
