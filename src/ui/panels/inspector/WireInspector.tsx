import type { Wire } from '#engine/model/FlowDoc';
import { hasText } from '#ui/i18n/catalogue';
import { useText } from '#ui/i18n/useText';
import { useDocument } from '#ui/store/documentStore';
import { EmissionHint } from './EmissionHint';
import styles from './inspector.module.css';
import { wireEnds, WireForm } from './WireForm';

/** One wire: what travels on it and how long that takes. */
export function WireInspector({ wire }: { readonly wire: Wire }) {
  const t = useText();
  const doc = useDocument((state) => state.doc);
  const ends = wireEnds(doc, wire);
  const port = `kinds.port.${ends.fromKind}.${wire.from.port}`;
  return (
    <>
      <header className={styles['header']}>
        <h2 className={styles['heading']}>
          {t('panels.wire.title', { from: ends.fromName, to: ends.toName })}
        </h2>
        <p className={styles['subtitle']}>
          {t('panels.wire.about', { port: hasText(port) ? t(port) : wire.from.port })}
        </p>
      </header>
      <div className={styles['body']}>
        <EmissionHint wire={wire} />
        <WireForm wire={wire} idPrefix={`wire-${wire.id}`} />
      </div>
    </>
  );
}
