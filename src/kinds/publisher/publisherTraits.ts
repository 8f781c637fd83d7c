import { compileTemplate } from '#engine/expression/compileTemplate';
import { meanMs } from '#engine/kernel/sampleDistribution';
import type { Settings } from '#engine/model/fields';
import type { Mends, SourceTraits, Traits } from '#engine/model/Traits';
import type { PublisherSettings } from './publisherFields';

/** What a publisher says of itself to whoever judges a flow of these event types without running it. */
export function publisherTraits(untyped: Settings, eventTypes: readonly string[]): Traits {
  const settings = untyped as unknown as PublisherSettings; // The importer checked it against publisherFields.
  const waits = settings.call === 'wait';
  return {
    source: {
      perSecond: rateOf(settings),
      types: typesOf(settings, eventTypes),
      isEndless: isDrawn(settings) && settings.count === 0 && settings.stopMs === 0,
      startMs: settings.startMs,
      waits,
      timeoutMs: waits && settings.callTimeoutMs > 0 ? settings.callTimeoutMs : Infinity,
      hotShare: hotShareOf(settings),
      data: isDrawn(settings) && isConstant(settings.data) ? { value: settings.data } : null,
      repeatsKeys: !isDrawn(settings) || settings.keyChoice !== 'sequence',
      retry:
        waits && settings.onRefusal === 'retry'
          ? {
              attempts: settings.refusalRetries === 0 ? Infinity : settings.refusalRetries,
              pauseMs: settings.refusalBackoffMs,
              jitter: settings.refusalBackoff === 'decorrelated' ? 1 : settings.refusalJitter,
              hasBudget: settings.retryBudget > 0,
            }
          : null,
    },
  };
}

/** How a publisher is mended. */
export const publisherMends: Mends = {
  backOff: (_, ms) => ({ refusalBackoff: 'exponential', refusalBackoffMs: ms, refusalJitter: 1 }),
  drawPauses: () => ({ refusalJitter: 1 }),
  limitAttempts: (_, attempts) => ({ refusalRetries: attempts }),
  lengthenTimeout: (_, ms) => ({ callTimeoutMs: ms }),
  startEarlier: (_, ms) => ({ startMs: ms }),
  waitForAnswers: () => ({ call: 'wait' }),
};

function isConstant(data: PublisherSettings['data']): boolean {
  const template = compileTemplate(data);
  return template.ok && template.isConstant;
}

const isDrawn = ({ generation }: PublisherSettings) =>
  generation === 'interval' || generation === 'bursts' || generation === 'onOff';

function rateOf(settings: PublisherSettings): number | null {
  const everyMs = meanMs(settings.interval);
  switch (settings.generation) {
    case 'interval':
      return everyMs > 0 ? 1000 / everyMs : null;
    case 'bursts':
      return (1000 * settings.burstSize) / Math.max(1e-3, meanMs(settings.burstInterval));
    case 'onOff': {
      const [on, off] = [meanMs(settings.onTime), meanMs(settings.offTime)];
      if (!(on + off > 0 && on + off < Infinity && everyMs > 0)) return null;
      const offRate = settings.whenOff === 'slower' ? 1000 / Math.max(1e-3, meanMs(settings.offInterval)) : 0;
      return (on * (1000 / everyMs) + off * offRate) / (on + off);
    }
    case 'script':
    case 'log':
    case 'byHand':
      return null;
    default:
      return settings.generation satisfies never;
  }
}

function typesOf(
  { generation, mix, script, log }: PublisherSettings,
  eventTypes: readonly string[],
): SourceTraits['types'] {
  if (generation === 'script') return evenly(script.map(({ type }) => type));
  if (generation === 'log') return evenly(log.events.map(([, type]) => type));
  const sum = mix.reduce((total, { weight }) => total + weight, 0);
  return sum > 0
    ? mix.filter(({ weight }) => weight > 0).map(({ type, weight }) => ({ type, share: weight / sum }))
    : evenly(eventTypes);
}

function evenly(types: readonly string[]): SourceTraits['types'] {
  return [...new Set(types)].map((type) => ({
    type,
    share: types.filter((one) => one === type).length / types.length,
  }));
}

function hotShareOf({ generation, keyChoice, hotShare, keys, zipfExponent }: PublisherSettings): number {
  if (generation !== 'interval' && generation !== 'bursts' && generation !== 'onOff') return 0;
  if (keyChoice === 'hot') return hotShare;
  if (keyChoice !== 'zipf') return 0;
  let sum = 0;
  for (let rank = 1; rank <= Math.min(keys, 10_000); rank += 1)
    sum += 1 / Math.exp(zipfExponent * Math.log(rank));
  return 1 / sum;
}
