import { fact } from '#engine/model/facts';
import type { Outcome } from './LocalSteps';
import type { MessageShape, NodeShape } from './Shapes';

/** What a wire can still lose or double: not what is lost already, nor news of a connection. */
export function isReal({ content: { kind, name, call } }: MessageShape): boolean {
  if (kind === 'ack') return call !== 0 && name !== 'vanished';
  return name !== 'drop';
}

/** The node stays as it is; that a message comes twice is noted. */
export function doubled(shape: NodeShape, { content: { event } }: MessageShape): Outcome {
  const noted = [
    {
      code: fact.duplicated,
      node: shape.node,
      type: event?.type ?? -1,
      key: event?.subject ?? '',
      place: -1,
    },
  ];
  const names = Array.from({ length: shape.nameCount }, (_, place) => place);
  return { luck: [], weight: 1, shape, names, sent: [], top: shape.nameCount, noted, isOldestGone: false };
}
