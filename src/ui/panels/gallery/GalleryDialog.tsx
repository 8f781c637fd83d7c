import { useContext, useEffect, useState } from 'react';
import type { FlowDoc } from '#engine/model/FlowDoc';
import type { Result } from '#engine/model/Problem';
import { useText } from '#ui/i18n/useText';
import { useDocument } from '#ui/store/documentStore';
import { isMotionReduced } from '#ui/store/isMotionReduced';
import { useRun } from '#ui/store/runStore';
import { useView } from '#ui/store/viewStore';
import dialogStyles from '../dialogs/dialog.module.css';
import { DialogFrame } from '../dialogs/DialogFrame';
import { openDialogOn } from '../dialogs/dialogSubject';
import { playWhenLoaded } from '../dialogs/runLoaded';
import { ExamplesContext, type Example } from './Example';
import { FlowPreview } from './FlowPreview';
import styles from './gallery.module.css';
import { loadExample } from './loadExample';

/** The examples: each asks a question, and opens as a flow of one's own. */
export function GalleryDialog() {
  const t = useText();
  const examples = useContext(ExamplesContext);
  return (
    <DialogFrame isWide title={t('panels.gallery.title')} about={t('panels.gallery.about')}>
      {examples.length === 0 && <p className={dialogStyles['note']}>{t('panels.gallery.none')}</p>}
      <ul className={styles['cards']}>
        {examples.map((example) => (
          <li key={example.id}>
            <Card example={example} />
          </li>
        ))}
      </ul>
    </DialogFrame>
  );
}

function Card({ example }: { readonly example: Example }) {
  const t = useText();
  const [loading] = useState(() => loadExample(example));
  return (
    <button type="button" className={styles['card']} onClick={() => void open(t(example.title), loading)}>
      <CardPreview loading={loading} />
      <span className={styles['title']}>{t(example.title)}</span>
      <span className={styles['question']}>{t(example.question)}</span>
    </button>
  );
}

function CardPreview({ loading }: { readonly loading: Promise<Result<FlowDoc>> }) {
  const [loaded, setLoaded] = useState<Result<FlowDoc> | null>(null);
  useEffect(() => {
    let isMounted = true;
    void loading.then((result) => isMounted && setLoaded(result));
    return () => {
      isMounted = false;
    };
  }, [loading]);
  return loaded?.ok === true ? <FlowPreview doc={loaded.value} /> : <span className={styles['preview']} />;
}

async function open(name: string, loading: Promise<Result<FlowDoc>>): Promise<void> {
  const loaded = await loading;
  if (!loaded.ok) {
    openDialogOn('problems', { about: 'import', name, text: '', problems: loaded.problems });
    return;
  }
  useDocument.getState().open(loaded.value, 'example');
  useView.getState().clearSelection();
  useView.getState().closeDialog();
  useRun.getState().pause();
  if (!isMotionReduced()) await playWhenLoaded(loaded.value);
}
