import type { PropertyKind } from '../Property';
import { anythingKind } from './anything';
import { atTheEnd } from './atTheEnd';
import { eventually } from './eventually';
import { leadsTo } from './leadsTo';
import { always, never } from './throughout';
import { noDeadlock } from './noDeadlock';
import { noCycle, noLoss, noViolation } from './noFact';
import { patternProperties } from './protocol';
import { queueAtMost } from './queueAtMost';
import { sameEnd } from './sameEnd';

/** Every sort of property that can be checked. */
export const propertyKinds: readonly PropertyKind[] = [
  noDeadlock,
  noLoss,
  queueAtMost,
  noViolation,
  noCycle,
  always,
  never,
  atTheEnd,
  eventually,
  leadsTo,
  sameEnd,
  anythingKind,
  ...patternProperties,
];
