import { useEffect, useId, useRef, useState, type RefObject } from 'react';
import type { FlowDoc } from '#engine/model/FlowDoc';
import type { Template } from '#templates/templates';
import { useText } from '#ui/i18n/useText';
import { useDocument } from '#ui/store/documentStore';
import { isMotionReduced } from '#ui/store/isMotionReduced';
import { useRun } from '#ui/store/runStore';
import { useView } from '#ui/store/viewStore';
import { openDialogOn } from '../dialogs/dialogSubject';
import { playWhenLoaded } from '../dialogs/runLoaded';
import { FlowPreview } from './FlowPreview';
import styles from './gallery.module.css';
import { loadTemplate } from './loadTemplate';

/** One template: its picture, its title and the question it asks. A press opens it, playing. */
export function TemplateCard({ template }: { readonly template: Template }) {
  const t = useText();
  const card = useRef<HTMLButtonElement>(null);
  const id = useId();
  const doc = useSeenTemplate(card, template.id);
  return (
    <button
      ref={card}
      type="button"
      className={styles['card']}
      aria-labelledby={`${id}title`}
      aria-describedby={`${id}question`}
      onClick={() => void open(template.id, t(`examples.${template.id}.title`))}
    >
      {doc === null ? <span className={styles['preview']} /> : <FlowPreview doc={doc} />}
      <span id={`${id}title`} className={styles['title']}>
        {t(`examples.${template.id}.title`)}
      </span>
      <span id={`${id}question`} className={styles['question']}>
        {t(`examples.${template.id}.question`)}
      </span>
    </button>
  );
}

/** The document of a template once its card has come into view: nobody waits for pictures further down. */
function useSeenTemplate(card: RefObject<HTMLElement | null>, id: string): FlowDoc | null {
  const [doc, setDoc] = useState<FlowDoc | null>(null);
  useEffect(() => {
    let isMounted = true;
    const load = async () => {
      const loaded = await loadTemplate(id);
      if (isMounted && loaded.ok) setDoc(loaded.value);
    };
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      void load();
    });
    if (card.current !== null) observer.observe(card.current);
    return () => {
      isMounted = false;
      observer.disconnect();
    };
  }, [card, id]);
  return doc;
}

async function open(id: string, name: string): Promise<void> {
  const loaded = await loadTemplate(id);
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
