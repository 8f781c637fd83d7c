import { useContext } from 'react';
import type { Story, StoryEvent } from '#engine/runtime/follow/Story';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { formatClock, formatDuration } from '#ui/look/format';
import { goToStep } from '#ui/store/goToStep';
import { useRun } from '#ui/store/runStore';
import { LinkedText } from '../why/LinkedText';
import { NodeLink } from '../why/NodeLink';
import styles from './follow.module.css';
import { lifeLines, type LifeLine } from './storyWords';

/** What happened to an event, a sentence a line; each time leads there. */
export function LifeList({ story, event }: { readonly story: Story; readonly event: StoryEvent }) {
  const lines = lifeLines(story, event);
  return (
    <ol className={styles['lines']}>
      {lines.map((line, index) => (
        // Lines may be equal in everything but their place.
        <Line key={index} line={line} />
      ))}
    </ol>
  );
}

function Line({ line }: { readonly line: LifeLine }) {
  const t = useText();
  const language = useContext(LanguageContext);
  const { atUs, step, text, node, forUs, attempt } = line;
  const time = formatClock(atUs, language);
  const isPast = useRun((state) => state.playhead.step >= step);
  return (
    <li className={styles['line']} data-future={!isPast || undefined}>
      <button
        type="button"
        className={styles['jump']}
        aria-label={t('why.log.goTo', { step })}
        onClick={() => goToStep(step)}
      >
        {time}
      </button>
      <span>
        <LinkedText
          text={text}
          values={{
            node: <NodeLink node={node} />,
            for: forUs === null ? '…' : formatDuration(forUs, language),
            time,
            n: attempt,
          }}
        />
      </span>
    </li>
  );
}
