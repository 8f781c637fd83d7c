import { useContext } from 'react';
import { LanguageContext, useText } from '#ui/i18n/useText';
import type { FaceProps } from '#ui/look/FaceProps';
import { formatCount } from '#ui/look/format';
import { DeadLettersIcon } from '#ui/look/icons';
import { signOf } from '#ui/look/signOf';
import { TokenShape } from '#ui/look/TokenShape';
import styles from './BusFace.module.css';
import type { BusView } from './BusView';
import { keptIn } from './readBusView';

interface DeadLetterBoxProps extends FaceProps {
  readonly view: BusView | null;
}

const tokensShown = 4;

/** What could not be worked off, and is kept. */
export function DeadLetterBox({ node, view, isSelected, eventTypes, frame, stateWord }: DeadLetterBoxProps) {
  const t = useText();
  const language = useContext(LanguageContext);
  const count = view === null ? 0 : keptIn(view);
  const tokens = view === null ? [] : [...view.queues.flatMap((queue) => queue.waiting), ...view.kept];
  const isInterrupted = frame?.lifecycle === 'paused' || frame?.lifecycle === 'down';
  return (
    <div className={styles['box']} data-selected={isSelected}>
      <div className={styles['boxTitle']}>
        <DeadLettersIcon size={16} />
        <span data-part="name">{node.name}</span>
      </div>
      <div className={styles['boxTokens']}>
        <b>{formatCount(count, language)}</b>
        {tokens.slice(-tokensShown).map((token, place) => (
          // The same event can fail for several subscribers, so its place belongs to the key.
          <TokenShape
            key={`${token.number} ${place}`}
            sign={signOf(eventTypes, token.type)}
            size={20}
            isCrossed
          />
        ))}
      </div>
      <div className={styles['boxCaption']}>
        {isInterrupted ? stateWord : t(count === 0 ? 'canvas.deadLettersNone' : 'canvas.deadLettersKept')}
      </div>
    </div>
  );
}
