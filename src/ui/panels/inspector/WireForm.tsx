import { useMemo } from 'react';
import type { FlowDoc, Wire } from '#engine/model/FlowDoc';
import { dialects } from '#engine/model/patterns/index';
import { wireFields } from '#engine/model/wireFields';
import { kindById } from '#kinds/index';
import { useText, type Translate } from '#ui/i18n/useText';
import { useDocument } from '#ui/store/documentStore';
import { changeSetting, endGesture } from './changeSetting';
import type { PatternHints } from './FieldControl';
import { FieldForm } from './FieldForm';
import { fieldText } from './fieldText';

interface Props {
  readonly wire: Wire;
  /** Unique on the page. */
  readonly idPrefix: string;
  /** The one field to show; all without. */
  readonly only?: string;
}

/** The settings of a wire as a form. */
export function WireForm({ wire, idPrefix, only }: Props) {
  const t = useText();
  const doc = useDocument((state) => state.doc);
  const ends = wireEnds(doc, wire);
  const patterns = usePatternHints(t, doc, ends.dialect);
  const title = t('panels.wire.title', { from: ends.fromName, to: ends.toName });
  return (
    <FieldForm
      fields={ends.fields.filter(
        ({ id }) => (id !== 'group' || ends.hasGroups) && (only === undefined || id === only),
      )}
      owner="wire"
      settings={wire.settings}
      idPrefix={idPrefix}
      patterns={patterns}
      onChange={(field, value) => {
        const values = { field: fieldText(t, `wire.${field}`), of: title };
        changeSetting({ part: 'wires', id: wire.id, field, value, values });
      }}
      onEnd={endGesture}
    />
  );
}

/** What the two nodes of a wire say about it. */
export function wireEnds(doc: FlowDoc, wire: Wire) {
  const from = doc.nodes.find(({ id }) => id === wire.from.node);
  const to = doc.nodes.find(({ id }) => id === wire.to.node);
  const port = kindById.get(from?.kind ?? '')?.ports.find(({ id }) => id === wire.from.port);
  const dialect = [from, to].map((node) => node?.settings['dialect']).find((id) => typeof id === 'string');
  return {
    fromName: from?.name ?? '',
    toName: to?.name ?? '',
    fromKind: from?.kind ?? '',
    fields: port === undefined ? [] : wireFields[port.carries],
    dialect: typeof dialect === 'string' ? dialect : 'exact',
    hasGroups: from?.settings['groups'] === 'named',
  };
}

function usePatternHints(t: Translate, doc: FlowDoc, dialectId: string): PatternHints {
  return useMemo(() => {
    const dialect = dialects.find(({ id }) => id === dialectId);
    const name = fieldText(t, `bus.dialect.${dialectId}`);
    return {
      suggestions: doc.eventTypes.map((type) => type.name),
      problemOf: (text) =>
        (dialect?.problemOf(text) ?? null) === null ? null : t('fields.pattern.wrong', { dialect: name }),
    };
  }, [t, doc.eventTypes, dialectId]);
}
