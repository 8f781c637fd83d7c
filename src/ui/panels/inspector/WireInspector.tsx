import { useMemo } from 'react';
import type { FlowDoc, Wire } from '#engine/model/FlowDoc';
import { dialects } from '#engine/model/patterns/index';
import { wireFields } from '#engine/model/wireFields';
import { kindById } from '#kinds/index';
import { hasText } from '#ui/i18n/catalogue';
import { useText, type Translate } from '#ui/i18n/useText';
import { useDocument } from '#ui/store/documentStore';
import { EmissionHint } from './EmissionHint';
import { changeSetting, endGesture } from './changeSetting';
import type { PatternHints } from './FieldControl';
import { FieldForm } from './FieldForm';
import { fieldText } from './fieldText';
import styles from './inspector.module.css';

/** One wire: what travels on it and how long that takes. */
export function WireInspector({ wire }: { readonly wire: Wire }) {
  const t = useText();
  const doc = useDocument((state) => state.doc);
  const ends = endsOf(doc, wire);
  const patterns = usePatternHints(t, doc, ends.dialect);
  const title = t('panels.wire.title', { from: ends.fromName, to: ends.toName });
  const port = `kinds.port.${ends.fromKind}.${wire.from.port}`;
  return (
    <>
      <header className={styles['header']}>
        <h2 className={styles['heading']}>{title}</h2>
        <p className={styles['subtitle']}>
          {t('panels.wire.about', { port: hasText(port) ? t(port) : wire.from.port })}
        </p>
      </header>
      <div className={styles['body']}>
        <EmissionHint wire={wire} />
        <FieldForm
          fields={ends.fields.filter(({ id }) => id !== 'group' || ends.hasGroups)}
          owner="wire"
          settings={wire.settings}
          idPrefix={`wire-${wire.id}`}
          patterns={patterns}
          onChange={(field, value) => {
            const values = { field: fieldText(t, `wire.${field}`), of: title };
            changeSetting({ part: 'wires', id: wire.id, field, value, values });
          }}
          onEnd={endGesture}
        />
      </div>
    </>
  );
}

function endsOf(doc: FlowDoc, wire: Wire) {
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
