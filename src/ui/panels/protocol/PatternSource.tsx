import { useRef, useState } from 'react';
import { alternation } from '#engine/automata/patterns/alternation';
import { chains } from '#engine/automata/patterns/chains';
import { fillPattern } from '#engine/automata/patterns/sentenceOfPattern';
import { negation } from '#engine/automata/patterns/negation';
import { occurrence } from '#engine/automata/patterns/occurrence';
import { relation } from '#engine/automata/patterns/relation';
import type { EventType, Protocol } from '#engine/model/FlowDoc';
import {
  argumentFields,
  protocolFields,
  type ProtocolSettings,
} from '#engine/model/protocols/protocolFields';
import { useText, type Translate } from '#ui/i18n/useText';
import { useDocument } from '#ui/store/documentStore';
import { endGesture } from '../inspector/changeSetting';
import controls from '../inspector/control.module.css';
import { FieldRows } from '../inspector/FieldRows';
import { PickList } from '../quickAdd/PickList';
import { changeProtocol } from './editProtocols';
import styles from './protocol.module.css';

interface Props {
  readonly protocol: Protocol;
}

const chapters = { occurrence, relation, alternation, negation, chains };
const chapterNames = ['occurrence', 'relation', 'alternation', 'negation', 'chains'] as const;
const ownFields = protocolFields.filter(({ id }) =>
  ['scope', 'first', 'second', 'third', 'opener', 'closer', 'count'].includes(id),
);

/** The rule of a protocol as a sentence: chosen from a list that can be searched, with events filled in. */
export function PatternSource({ protocol }: Props) {
  const t = useText();
  const types = useDocument((state) => state.doc.eventTypes);
  const [isChoosing, setChoosing] = useState(false);
  const source = useRef<HTMLDivElement>(null);
  const endChoosing = () => {
    setChoosing(false);
    // The button was away while the list had its place.
    requestAnimationFrame(() => source.current?.querySelector<HTMLElement>('[data-choose]')?.focus());
  };
  const settings = protocol.settings as unknown as ProtocolSettings; // Importer and form keep to the table.
  const blank = blanks(settings, types, t);
  return (
    <div ref={source} className={styles['source']}>
      <p className={styles['sentence']}>{sentenceOf(settings, blank, t)}</p>
      <p className={styles['said']}>
        {t('protocol.means', {
          meaning: fillPattern(
            `${t(`protocol.meaning.${settings.pattern}` as 'protocol.meaning.response')} ${t(`protocol.within.${settings.scope}`)}`,
            blank,
          ),
        })}
      </p>
      {isChoosing ? (
        // Its field is the control; here only its way out.
        // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
        <div
          className={styles['picker']}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            endChoosing();
          }}
        >
          <PickList
            label={t('protocol.search')}
            none={(query) => t('protocol.searchNone', { query })}
            choices={chapterNames.flatMap((chapter) =>
              chapters[chapter].map(({ id }) => ({
                id,
                label: fillPattern(patternText(id, t), blank),
                keywords: [id],
                chapter: t(`protocol.chapter.${chapter}`),
              })),
            )}
            onPick={(pattern) => {
              changeProtocol(protocol, { pattern });
              endChoosing();
            }}
          />
        </div>
      ) : (
        <button type="button" className={controls['small']} data-choose onClick={() => setChoosing(true)}>
          {t('protocol.choose')}
        </button>
      )}
      <FieldRows
        fields={ownFields}
        owner="protocol"
        settings={protocol.settings}
        idPrefix={`protocol-${protocol.id}`}
        onChange={(field, value) => changeProtocol(protocol, { [field]: value })}
        onEnd={endGesture}
      />
    </div>
  );
}

/** What a protocol says by its pattern, in the language of the page. */
export function patternSentence(protocol: Protocol, types: readonly EventType[], t: Translate): string {
  const settings = protocol.settings as unknown as ProtocolSettings; // Importer and form keep to the table.
  return sentenceOf(settings, blanks(settings, types, t), t);
}

function sentenceOf(
  { pattern, scope }: ProtocolSettings,
  blank: Readonly<Record<string, string>>,
  t: Translate,
): string {
  return fillPattern(t(`protocol.scope.${scope}`, { rule: patternText(pattern, t) }), blank);
}

/** With its letters in braces. */
const patternText = (id: string, t: Translate) =>
  t(`fields.protocol.pattern.${id}` as 'fields.protocol.pattern.response');

/** Names for the letters of a sentence; an ellipsis where none is chosen. */
function blanks(
  settings: ProtocolSettings,
  types: readonly EventType[],
  t: Translate,
): Readonly<Record<string, string>> {
  const nameOf = (field: (typeof argumentFields)[keyof typeof argumentFields]) =>
    types.find(({ id }) => id === settings[field])?.name ?? `[${t(`protocol.verdict.choose.${field}`)}]`;
  const names = Object.entries(argumentFields).map(([letter, field]) => [letter, nameOf(field)]);
  return { ...Object.fromEntries(names), n: String(settings.count) };
}
