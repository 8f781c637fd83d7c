import type { Protocol } from '#engine/model/FlowDoc';
import { protocolFields, type ProtocolSettings } from '#engine/model/protocols/protocolFields';
import { useText } from '#ui/i18n/useText';
import { late } from '#ui/look/late';
import { useDocument } from '#ui/store/documentStore';
import { endGesture } from '../inspector/changeSetting';
import { FieldRows } from '../inspector/FieldRows';
import { FoldedItem } from '../inspector/FoldedItem';
import { changeProtocol, removeProtocol, renameProtocol } from './editProtocols';
import { patternSentence, PatternSource } from './PatternSource';
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
    <FoldedItem
      name={protocol.name}
      lines={[said]}
      tone={mode === 'monitor' ? 'plain' : 'warn'}
      hint={null}
      isOpen={isOpen}
      onToggle={onToggle}
      nameLabel={t('protocol.name')}
      onRename={(name) => renameProtocol(protocol, name)}
      removeLabel={t('protocol.remove', { name: protocol.name })}
      onRemove={() => removeProtocol(protocol)}
    >
      <FieldRows {...form} fields={sourceField} />
      <Source key={protocol.id} protocol={protocol} />
      <FieldRows {...form} fields={ruleFields} />
      <ProtocolTransfer key={`${protocol.id} file`} protocol={protocol} />
    </FoldedItem>
  );
}
