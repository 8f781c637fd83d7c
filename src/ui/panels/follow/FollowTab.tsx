import { useContext } from 'react';
import type { Story, StoryEvent } from '#engine/runtime/follow/Story';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { formatDuration } from '#ui/look/format';
import { useFollow } from '#ui/store/followStore';
import { useFlowWords } from '#ui/store/useFlowWords';
import { useView } from '#ui/store/viewStore';
import { LinkedText } from '../why/LinkedText';
import { NodeLink } from '../why/NodeLink';
import { Because } from './Because';
import { FindEvent } from './FindEvent';
import styles from './follow.module.css';
import { KeyNeighbours } from './KeyNeighbours';
import { LifeList } from './LifeList';
import { lifeUs, longestPart, stayText } from './storyWords';
import { Waterfall } from './Waterfall';

/** What became of one event: its life as a list of sentences, and where its time went. */
export function FollowTab() {
  const t = useText();
  const story = useFollow((state) => state.story);
  const followed = useView((state) => state.selectedEvent);
  const self = story?.events.find(({ relation }) => relation === 'self');
  return (
    <div className={styles['tab']}>
      <div className={styles['bar']}>
        <FindEvent />
        {self !== undefined && <KeyNeighbours number={self.token.number} subject={self.token.subject} />}
        {story !== null && !story.isComplete && (
          <span className={styles['note']}>{t('why.searching', { step: story.knownStep })}</span>
        )}
      </div>
      {followed === null && <p className={styles['prompt']}>{t('why.findPrompt')}</p>}
      {story !== null && self === undefined && story.isComplete && (
        <p className={styles['prompt']}>{t('why.findNone', { query: `#${story.number}` })}</p>
      )}
      {story !== null && self !== undefined && <Told story={story} self={self} />}
    </div>
  );
}

function Told({ story, self }: { readonly story: Story; readonly self: StoryEvent }) {
  const t = useText();
  return (
    <div className={styles['columns']}>
      <section className={styles['life']} aria-label={t('why.life')}>
        <Summary story={story} self={self} />
        <LifeList story={story} event={self} />
      </section>
      <section className={styles['time']} aria-label={t('why.waterfall')}>
        <Waterfall story={story} />
        {story.limit === 'events' && (
          <p className={styles['note']}>{t('why.cutEvents', { n: story.events.length })}</p>
        )}
        {story.limit === 'stays' && <p className={styles['note']}>{t('why.cutStays')}</p>}
      </section>
    </div>
  );
}

/** How long it took, and where most of that went. */
function Summary({ story, self }: { readonly story: Story; readonly self: StoryEvent }) {
  const t = useText();
  const language = useContext(LanguageContext);
  const words = useFlowWords();
  const { number, type } = self.token;
  const event = t('why.event', { type: words.type(type)?.name ?? '?', number });
  const time = formatDuration(lifeUs(self), language);
  const most = longestPart(story, self);
  return (
    <>
      <p className={styles['summary']} data-testid="life-summary">
        <b>{t(self.endUs === null ? 'why.totalSoFar' : 'why.total', { event, time })}</b>
        {t('why.end')}{' '}
        {most !== null && (
          <LinkedText
            text={most.us === lifeUs(self) ? 'why.allOfIt' : 'why.most'}
            values={{
              time: formatDuration(most.us, language),
              total: time,
              what: (
                <LinkedText
                  text={stayText(most.stay)}
                  values={{
                    node: <NodeLink node={most.stay.node} />,
                    for: formatDuration(most.us, language),
                    n: '',
                  }}
                />
              ),
            }}
          />
        )}
      </p>
      {most !== null && <Because stay={most.stay} event={number} />}
    </>
  );
}
