import type { PropertyKind } from '../Property';
import { noDeadlock } from './noDeadlock';
import { noCycle, noLoss, noViolation } from './noFact';
import { patternProperties } from './protocol';
import { queueAtMost } from './queueAtMost';

/** Every sort of property that can be checked. */
export const propertyKinds: readonly PropertyKind[] = [
  noDeadlock,
  noLoss,
  queueAtMost,
  noViolation,
  noCycle,
  ...patternProperties,
];
