import type { ArrivalMechanics, Beyond, Mechanics } from '#engine/model/Mechanics';
import type { Settings } from '#engine/model/fields';
import type { PublisherSettings } from './publisherFields';
import { publisherTraits } from './publisherTraits';

/** Of more keys nobody wants to know one by one. */
const mostKeys = 10_000;

/** What a publisher says of itself to whoever works out the long run. */
export function publisherMechanics(untyped: Settings): Mechanics {
  const settings = untyped as unknown as PublisherSettings; // The importer checked it against publisherFields.
  const { generation, call, clients } = settings;
  const { source } = publisherTraits(untyped, []);
  const isBurst = generation === 'bursts' && settings.burstSpacingMs === 0;
  const waits = call === 'wait';
  const between = generation === 'interval' ? settings.interval : null;
  return {
    arrivals: {
      interval: isBurst ? settings.burstInterval : between,
      batch: isBurst ? settings.burstSize : 1,
      perSecond: source?.perSecond ?? null,
      most: settings.count > 0 ? settings.count : Infinity,
      types: source?.types ?? [],
      drawsTypes: settings.mixOrder === 'weighted' || settings.mix.length < 2,
      callers: waits && clients > 0 ? clients : Infinity,
      waits,
      keys: keysOf(settings),
    },
    ...(waits && clients > 0
      ? { servers: { count: clients, settings: (count: number) => ({ clients: count }) } }
      : {}),
    beyond: beyondOf(settings),
  };
}

function beyondOf(settings: PublisherSettings): readonly Beyond[] {
  const assumed = (setting: string): Beyond => ({ setting, spoils: 'assumed' });
  const { generation } = settings;
  const isDrawn = generation === 'interval' || generation === 'bursts' || generation === 'onOff';
  const isAsking = settings.call === 'wait';
  return [
    ...(isDrawn ? [] : [{ setting: 'generation', spoils: 'rates' } as const]),
    ...(settings.count > 0 ? [assumed('count')] : []),
    ...(settings.startMs > 0 ? [assumed('startMs')] : []),
    ...(settings.stopMs > 0 ? [assumed('stopMs')] : []),
    ...(isAsking && settings.callTimeoutMs > 0 ? [{ ...assumed('callTimeoutMs'), moves: true }] : []),
    ...(isAsking && settings.onRefusal !== 'drop' ? [assumed('onRefusal')] : []),
  ];
}

function keysOf(settings: PublisherSettings): ArrivalMechanics['keys'] {
  const { keyChoice, keys, keyPrefix, hotShare, zipfExponent } = settings;
  if (keyChoice === 'sequence' || keys > mostKeys) return null;
  const weights = Array.from({ length: keys }, (_, index) => {
    if (keyChoice === 'uniform' || keys === 1) return 1;
    if (keyChoice === 'zipf') return (index + 1) ** -zipfExponent;
    return index === 0 ? hotShare : (1 - hotShare) / (keys - 1);
  });
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight, index) => ({ key: `${keyPrefix}${index + 1}`, share: weight / sum }));
}
