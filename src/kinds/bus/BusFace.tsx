import { useContext } from 'react';
import { LanguageContext, useText } from '#ui/i18n/useText';
import type { FaceProps, KindFace } from '#ui/look/FaceProps';
import type { Tone } from '#ui/look/FaceParts';
import { formatCount } from '#ui/look/format';
import { DeadLettersSign, QueueSign, SyncBusSign, TopicSign } from '#ui/look/icons';
import { levelOf } from '#ui/look/QueueRow';
import { ReducedFace } from '#ui/look/ReducedFace';
import { AsyncBus } from './AsyncBus';
import styles from './BusFace.module.css';
import type { BusSettings } from './busFields';
import type { BusView } from './BusView';
import { DeadLetterBox } from './DeadLetterBox';
import { capacityOf, fullest, keptIn, waitingIn } from './readBusView';
import { SyncBus } from './SyncBus';

/** A bus: two rails with its queue between them, one rail for calls, or a box for dead letters. */
function BusFace(props: FaceProps) {
  // The document was checked against this kind's fields, and the picture comes from this kind's own view.
  const settings = props.settings as unknown as BusSettings;
  const view = (props.frame?.view ?? null) as BusView | null;
  if (props.zoomLevel !== 'full')
    return <Reduced {...props} zoomLevel={props.zoomLevel} bus={settings} view={view} />;
  if (settings.purpose === 'deadLetters') return <DeadLetterBox {...props} view={view} />;
  if (settings.delivery === 'sync') return <SyncBus {...props} bus={settings} view={view} />;
  return <AsyncBus {...props} bus={settings} view={view} />;
}

interface ReducedProps extends FaceProps {
  readonly zoomLevel: Exclude<FaceProps['zoomLevel'], 'full'>;
  readonly bus: BusSettings;
  readonly view: BusView | null;
}

function Reduced({ bus, view, node, frame, settings, zoomLevel, isSelected, stateWord }: ReducedProps) {
  const t = useText();
  const language = useContext(LanguageContext);
  const capacity = capacityOf(bus);
  const used = usedOf(bus, view);
  const figure = Number.isFinite(capacity)
    ? t('canvas.usedOf', { used: formatCount(used, language), total: formatCount(capacity, language) })
    : formatCount(used, language);
  const isBox = bus.purpose === 'deadLetters';
  return (
    <div className={styles['reduced']} data-rails={isBox ? 'none' : bus.delivery} data-level={zoomLevel}>
      <ReducedFace
        zoomLevel={zoomLevel}
        isSelected={isSelected}
        name={node.name}
        word={stateWord}
        figure={figure}
        tone={isBox ? (used > 0 ? 'danger' : 'ink') : busTone(frame?.lifecycle)}
        load={levelOf(used, capacity)}
        icon={<Icon settings={settings} size={120} />}
        isStrong
      />
    </div>
  );
}

function usedOf(bus: BusSettings, view: BusView | null): number {
  if (view === null) return 0;
  if (bus.purpose === 'deadLetters') return keptIn(view);
  return bus.delivery === 'sync' ? view.openCallCount : (fullest(view.queues)?.waitingCount ?? 0);
}

/** Full and paused make callers wait; down loses things. */
function busTone(lifecycle: string | undefined): Tone {
  if (lifecycle === 'down') return 'danger';
  return lifecycle === 'full' || lifecycle === 'paused' ? 'warn' : 'ink';
}

function Icon({ settings, size = 36 }: { readonly settings: FaceProps['settings']; readonly size?: number }) {
  if (settings['purpose'] === 'deadLetters') return <DeadLettersSign size={size} />;
  if (settings['delivery'] === 'sync') return <SyncBusSign size={size} />;
  return settings['groups'] === 'one' ? <QueueSign size={size} /> : <TopicSign size={size} />;
}

const railTip = 14;
const boxSize = { width: 152, height: 84 };
const syncSize = { width: 300, height: 120 };
const asyncSize = { width: 300, height: 194 };

function sizeOf(settings: FaceProps['settings']) {
  if (settings['purpose'] === 'deadLetters') return boxSize;
  return settings['delivery'] === 'sync' ? syncSize : asyncSize;
}

/** Wires meet the bus at its rails: on the one of a synchronous bus, between the two of the other. */
function railOf(settings: FaceProps['settings']): number | null {
  if (settings['purpose'] === 'deadLetters') return null;
  return settings['delivery'] === 'sync' ? 60 : 108;
}

/** How buses look. */
export const busFace: KindFace = {
  Face: BusFace,
  Icon,
  size: sizeOf,
  portAt(settings, port) {
    const y = railOf(settings);
    if (y === null || port.side === 'bottom') return null;
    // The one rail sticks out, and its tips are where calls come and go.
    const tip = settings['delivery'] === 'sync' ? railTip : 0;
    return { x: port.side === 'left' ? 0 - tip : sizeOf(settings).width + tip, y };
  },
  spread: (settings) =>
    settings['purpose'] === 'deadLetters' ? 30 : settings['delivery'] === 'sync' ? 0 : 64,
  figure(settings, view) {
    // The document was checked against this kind's fields, and the picture comes from this kind's own view.
    const bus = settings as unknown as BusSettings;
    const capacity = capacityOf(bus);
    return {
      used: usedOf(bus, view as BusView | null),
      total: Number.isFinite(capacity) ? capacity : null,
    };
  },
  holds: (untyped) => {
    // The picture comes from this kind's own view.
    const view = untyped as BusView | null;
    return { queued: view === null ? 0 : waitingIn(view), working: 0 };
  },
  monitors(view) {
    // The picture comes from this kind's own view.
    const bus = view as BusView | null;
    return bus === null || bus.monitors.length === 0
      ? null
      : { protocols: bus.monitors, parked: { tokens: bus.parked, count: bus.parkedCount } };
  },
  isCalling: (view, wire) =>
    // The picture comes from this kind's own view.
    (view as BusView | null)?.openCalls.some((call) => call.wire === wire) ?? false,
  isFrame: false,
  mapShape: (settings) => (settings['purpose'] === 'deadLetters' ? 'dashed' : 'rails'),
  presetOf(settings) {
    if (settings['purpose'] === 'deadLetters') return 'bus.deadLetters';
    if (settings['delivery'] === 'sync') return 'bus.sync';
    return settings['groups'] === 'one' ? 'bus.queue' : 'bus.topic';
  },
};
