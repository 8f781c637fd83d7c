import { useContext, type CSSProperties } from 'react';
import type { Stay, Story, StoryEvent } from '#engine/runtime/follow/Story';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { formatClock, formatDuration } from '#ui/look/format';
import { unknownSign } from '#ui/look/shapePath';
import { eventToken } from '#ui/look/tokens';
import { goToStep } from '#ui/store/goToStep';
import { useFlowWords } from '#ui/store/useFlowWords';
import { EventLink } from '../why/EventLink';
import styles from './follow.module.css';
import { isMoving, stayText } from './storyWords';
import { waterfallRows, type WaterfallRow } from './waterfallRows';

interface Span {
  readonly fromUs: number;
  readonly toUs: number;
}

/** Where the time of an event went, and that of those that led to it and followed from it: a row for each place. */
export function Waterfall({ story }: { readonly story: Story }) {
  const t = useText();
  const language = useContext(LanguageContext);
  const { rows, span } = waterfallRows(story);
  return (
    <div className={styles['waterfall']}>
      <div className={styles['scale']} aria-hidden="true">
        <span />
        <span className={styles['ends']}>
          <span>{formatClock(span.fromUs, language)}</span>
          <span>{formatDuration(span.toUs - span.fromUs, language)}</span>
          <span>{formatClock(span.toUs, language)}</span>
        </span>
      </div>
      <ul>
        {rows.map(({ event, places }) => (
          <li key={event.token.number}>
            <div className={styles['eventRow']} data-self={event.relation === 'self' || undefined}>
              <EventLink token={event.token} />
              <span className={styles['note']}>{t(`why.relation.${event.relation}`)}</span>
            </div>
            <ul>
              {places.map((row) => (
                <PlaceRow key={row.node} row={row} event={event} span={span} stays={story.stays} />
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <p className={styles['note']}>{t('why.legend')}</p>
    </div>
  );
}

interface PlaceProps {
  readonly row: WaterfallRow;
  readonly event: StoryEvent;
  readonly span: Span;
  readonly stays: readonly Stay[];
}

function PlaceRow({ row, event, span, stays }: PlaceProps) {
  const words = useFlowWords();
  const sign = words.type(event.token.type) ?? unknownSign;
  const share = (us: number) => `${((us - span.fromUs) / (span.toUs - span.fromUs)) * 100}%`;
  const main = new Set(event.life.map(({ stay }) => stay));
  const style = { '--sign': `var(--${eventToken(sign.colour)})` } as CSSProperties;
  return (
    <li className={styles['place']}>
      <span className={styles['name']}>{words.node(row.node)}</span>
      <span className={styles['track']} style={style}>
        {row.stays.map((place) => {
          const stay = stays[place];
          return stay === undefined ? null : (
            <Bar key={place} stay={stay} span={span} isMain={main.has(place)} share={share} />
          );
        })}
      </span>
    </li>
  );
}

interface BarProps {
  readonly stay: Stay;
  readonly span: Span;
  readonly isMain: boolean;
  readonly share: (us: number) => string;
}

function Bar({ stay, span, isMain, share }: BarProps) {
  const t = useText();
  const language = useContext(LanguageContext);
  const words = useFlowWords();
  const toUs = stay.toUs ?? span.toUs;
  const time = formatDuration(toUs - stay.fromUs, language);
  const what = t(stayText(stay), { node: words.node(stay.node), for: time, n: stay.attempt });
  const title = t('why.part', {
    what,
    time,
    from: formatClock(stay.fromUs, language),
    to: formatClock(toUs, language),
  });
  return (
    <button
      type="button"
      title={title}
      aria-label={title}
      className={styles['segment']}
      data-what={stay.what === 'wire' ? 'wire' : isMoving(stay) ? 'work' : 'wait'}
      data-main={isMain || undefined}
      style={{ left: share(stay.fromUs), width: `calc(${share(span.fromUs + toUs - stay.fromUs)})` }}
      onClick={() => goToStep(stay.fromStep)}
    />
  );
}
