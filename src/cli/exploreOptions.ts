import { usualLimits, usualSettings, type CheckSettings } from '#engine/analysis/explore/settings';
import type { CommandArguments } from './CommandArguments';
import type { CommandOption } from './Command';

/** What may be turned of an exploration. */
export const exploreOptions: readonly CommandOption[] = [
  {
    name: 'events',
    value: 'N',
    help: 'each source makes at most so many events; else its own count, up to 12, or 3',
  },
  { name: 'crashes', value: 'N', help: 'so many crashes may happen, at any node that can crash' },
  { name: 'losses', value: 'N', help: 'so many messages may be lost on wires' },
  { name: 'duplicates', value: 'N', help: 'so many messages may arrive twice' },
  {
    name: 'most',
    value: 'N',
    help: `stop after so many configurations; ${usualLimits.configurations} if not said`,
  },
  { name: 'full', help: 'leave no order out, even where it makes no difference, and tell all nodes apart' },
];

/** How to explore, as the options say. */
export function readExploreSettings(given: CommandArguments): CheckSettings {
  return {
    events: given.wholeNumber('events', 1, 1000) ?? usualSettings.events,
    faults: {
      crashes: given.wholeNumber('crashes', 0, 100) ?? 0,
      losses: given.wholeNumber('losses', 0, 100) ?? 0,
      duplicates: given.wholeNumber('duplicates', 0, 100) ?? 0,
    },
    isReduced: !given.hasFlag('full'),
    isSymmetric: !given.hasFlag('full'),
    limits: {
      ...usualLimits,
      configurations: given.wholeNumber('most', 1, 1e9) ?? usualLimits.configurations,
    },
  };
}
