import { useCallback, useContext } from 'react';
import { LanguageContext, useText, type Translate } from '#ui/i18n/useText';
import { AutomatonStrip } from '#ui/look/AutomatonStrip';
import type { FaceProps } from '#ui/look/FaceProps';
import { Card, FaceHeader, Pill, type Tone } from '#ui/look/FaceParts';
import { formatCount, formatRate } from '#ui/look/format';
import { LiveDuration } from '#ui/look/LiveDuration';
import styles from './BusFace.module.css';
import type { BusSettings } from './busFields';
import { busLifecycle } from './busPorts';
import type { BusView } from './BusView';
import { Interruption } from './Interruption';
import { QueueRows } from './QueueRows';
import { capacityOf, fullest } from './readBusView';

interface AsyncBusProps extends FaceProps {
  readonly bus: BusSettings;
  readonly view: BusView | null;
}

const states = busLifecycle.states.filter((state) => state !== 'paused' && state !== 'down');

/** A slab between two rails, with the queues of its subscribers in it. */
export function AsyncBus(props: AsyncBusProps) {
  const { node, frame, view, bus, isSelected, stateWord } = props;
  const t = useText();
  const language = useContext(LanguageContext);
  const isFull = frame?.lifecycle === 'full' || (view !== null && view.doorCount > 0);
  const tone: Tone = frame?.lifecycle === 'down' ? 'danger' : isFull ? 'warn' : 'ink';
  return (
    <div className={styles['bus']}>
      <Card tone={tone} isSelected={isSelected} className={styles['asyncCard']}>
        <FaceHeader name={node.name} law={lawOf(bus, t)} isLarge aside={<Depth bus={bus} view={view} />} />
        <div className={styles['between']}>
          <QueueRows {...props} />
        </div>
        <div className={styles['foot']}>
          {frame !== null && (
            <AutomatonStrip
              states={states}
              accepting={busLifecycle.accepting}
              current={frame.lifecycle}
              word={stateWord}
              tone={tone}
            />
          )}
          {frame !== null && <Outcome view={view} frame={frame} t={t} language={language} />}
        </div>
      </Card>
      <Rail top={61.5} />
      <Rail top={149.5} />
      {isFull && <div className={styles['fullPort']} />}
    </div>
  );
}

/** Its ends stick out of the card on both sides: the bus bar. */
function Rail({ top }: { readonly top: number }) {
  return <div className={styles['rail']} style={{ top }} />;
}

function Depth({ bus, view }: Pick<AsyncBusProps, 'bus' | 'view'>) {
  const t = useText();
  const language = useContext(LanguageContext);
  const capacity = capacityOf(bus);
  const used = view === null ? 0 : (fullest(view.queues)?.waitingCount ?? 0);
  const isNearlyFull = Number.isFinite(capacity) && used > 0 && used >= capacity * 0.5;
  return (
    <Pill tone={isNearlyFull ? 'warn' : 'ink'}>
      {Number.isFinite(capacity)
        ? t('canvas.usedOf', { used: formatCount(used, language), total: formatCount(capacity, language) })
        : formatCount(used, language)}
    </Pill>
  );
}

interface OutcomeProps {
  readonly view: BusView | null;
  readonly frame: NonNullable<FaceProps['frame']>;
  readonly t: Translate;
  readonly language: string;
}

function Outcome({ view, frame, t, language }: OutcomeProps) {
  const doorCount = view?.doorCount ?? 0;
  const say = useCallback(
    (time: string) => t('canvas.atDoor', { n: formatCount(doorCount, language), time }),
    [t, doorCount, language],
  );
  if (frame.lifecycle === 'paused' || frame.lifecycle === 'down') return <Interruption frame={frame} />;
  if (view !== null && view.doorSinceUs !== null && doorCount > 0) {
    return (
      <span className={styles['outcome']} data-tone="warn">
        <LiveDuration fromUs={view.doorSinceUs} language={language} say={say} />
      </span>
    );
  }
  return (
    <span className={styles['outcome']}>
      {t('canvas.rateOut', { rate: formatRate(frame.ratePerSecond, language) })}
    </span>
  );
}

function lawOf({ groups, order, dispatch, partitions }: BusSettings, t: Translate): string {
  const isPartitioned = dispatch === 'independent' && partitions > 1;
  return t(`canvas.law.${groups}`, {
    order: isPartitioned ? t('canvas.partitioned', { n: partitions }) : t(`canvas.order.${order}`),
  });
}
