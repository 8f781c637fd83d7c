import { useMemo, useRef, useState } from 'react';
import { kindById } from '#kinds/index';
import { download } from '#ui/commands/download';
import { hasText } from '#ui/i18n/catalogue';
import { useText } from '#ui/i18n/useText';
import { useFollow } from '#ui/store/followStore';
import { useRun } from '#ui/store/runStore';
import { useFlowWords } from '#ui/store/useFlowWords';
import { useRunAnswer } from '#ui/store/useRunAnswer';
import { useView } from '#ui/store/viewStore';
import { laneOrder } from '../spacetime/laneOrder';
import { svgText } from './saveSvg';
import styles from './sequence.module.css';
import { sequenceMermaid, type SequenceWords } from './sequenceMermaid';
import { sequenceOfEntries, sequenceOfStory, type SequenceModel } from './SequenceModel';
import { MessageList } from './MessageList';
import { SequencePicture } from './SequencePicture';

/** Steps of the window around the playhead. */
const around = { before: 30, all: 80 };

/** Who sent what to whom, of the followed event or around the playhead, as a UML sequence diagram. */
export function SequenceTab() {
  const t = useText();
  const followed = useView((state) => state.selectedEvent);
  const [wanted, setWanted] = useState<'followed' | 'window'>('followed');
  const shown = followed === null ? 'window' : wanted;
  const model = useModel(shown);
  const words = useWords();
  const picture = useRef<SVGSVGElement>(null);
  const [marked, setMarked] = useState<number | null>(null);
  return (
    <div className={styles['tab']}>
      <div className={styles['bar']}>
        <label>
          {t('why.sequence.of')}{' '}
          <select
            value={shown}
            onChange={({ currentTarget }) =>
              setWanted(currentTarget.value === 'window' ? 'window' : 'followed')
            }
          >
            {followed !== null && <option value="followed">{t('why.sequence.followed')}</option>}
            <option value="window">{t('why.sequence.window')}</option>
          </select>
        </label>
        <Exports model={model} words={words} picture={() => picture.current} />
        {model?.isCut === true && <span>{t('why.sequence.cut', { n: model.messages.length })}</span>}
      </div>
      {/* Wider and higher than the panel: keys scroll it where it has the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className={styles['scroll']} tabIndex={0} aria-label={t('why.tab.sequence')}>
        {model === null || model.messages.length === 0 ? (
          <p className={styles['none']}>{t('why.sequence.none')}</p>
        ) : (
          <>
            <SequencePicture ref={picture} model={model} words={words} marked={marked} />
            <MessageList model={model} words={words} onMark={setMarked} />
          </>
        )}
      </section>
    </div>
  );
}

function useModel(shown: 'followed' | 'window'): SequenceModel | null {
  const story = useFollow((state) => state.story);
  const doc = useRun((state) => state.doc);
  const step = useRun((state) => state.playhead.step);
  const isLoaded = useRun((state) => state.generation > 0);
  const from = Math.max(1, Math.floor(step / 10) * 10 - around.before);
  const isAsked = shown === 'window' && isLoaded;
  const { value: entries } = useRunAnswer('entries', isAsked ? [{ from, count: around.all }] : null);
  return useMemo(() => {
    const order = laneOrder(doc, (kind) => kindById.get(kind)?.runs === true);
    if (shown === 'followed') return story === null ? null : sequenceOfStory(story, doc, order);
    return entries === null ? null : sequenceOfEntries(entries, doc, order);
  }, [shown, story, entries, doc]);
}

function useWords(): SequenceWords {
  const t = useText();
  const flow = useFlowWords();
  return useMemo(
    () => ({
      node: flow.node,
      label({ what, token, word }) {
        const name = `player.name.${word}`;
        const fact = `kinds.fact.${word}`;
        const event =
          token === null
            ? ''
            : t('why.event', { type: flow.type(token.type)?.name ?? '?', number: token.number });
        if (what === 'answer') return hasText(name) ? t(name) : word;
        if (what === 'fact') return `${event} ${hasText(fact) ? t(fact) : word}`.trim();
        return event;
      },
    }),
    [flow, t],
  );
}

interface ExportsProps {
  readonly model: SequenceModel | null;
  readonly words: SequenceWords;
  readonly picture: () => SVGSVGElement | null;
}

function Exports({ model, words, picture }: ExportsProps) {
  const t = useText();
  const isEmpty = model === null || model.messages.length === 0;

  async function copy() {
    if (model === null) return;
    try {
      await navigator.clipboard.writeText(sequenceMermaid(model, words));
      useView.getState().showToast({ text: t('why.sequence.copied'), tone: 'success' });
    } catch {
      useView.getState().showToast({ text: t('player.copyFailed'), tone: 'warn' });
    }
  }

  function save() {
    const element = picture();
    if (element !== null) download('sequence.svg', svgText(element), 'image/svg+xml');
  }

  return (
    <>
      <button type="button" disabled={isEmpty} onClick={save}>
        {t('why.sequence.svg')}
      </button>
      <button type="button" disabled={isEmpty} onClick={() => void copy()}>
        {t('why.sequence.mermaid')}
      </button>
    </>
  );
}
