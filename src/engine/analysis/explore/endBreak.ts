import { breakAt, type Break } from './Break';
import type { Configuration } from './Configuration';
import type { Property } from './Property';

/** An end that all others have to be like. */
export interface FirstEnd {
  readonly configuration: number;
  readonly says: string;
}

/** What is wrong with a run that ends in a configuration, by itself or beside the first one that ended; null for nothing. */
export function endBreak(
  property: Property,
  number: number,
  here: Configuration,
  first: FirstEnd | null,
): Break | null {
  const says = property.sameAtEnds?.(here);
  if (says !== undefined && first !== null && first.says !== says) {
    const reason = `${says}, and not ${first.says}`;
    return breakAt(number, { isEnd: true, reason, unlike: first.configuration });
  }
  const reason = property.whyNotEndHere(here.extra(0), here);
  return reason === null ? null : breakAt(number, { isEnd: true, reason });
}
