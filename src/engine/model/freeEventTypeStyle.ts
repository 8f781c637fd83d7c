import type { EventType, TokenShape } from './FlowDoc';

export type EventTypeStyle = Pick<EventType, 'shape' | 'colour' | 'outline'>;

/** Every shape of a token, in the order in which new event types take them. */
export const tokenShapes: readonly TokenShape[] = [
  'circle',
  'diamond',
  'square',
  'triangle',
  'hexagon',
  'star',
];

/**
 * The first free look for a new event type: six filled pairs of shape and colour, then the same hollow,
 * then from the start again, always the pair that is worn least.
 */
export function freeEventTypeStyle(existing: readonly EventTypeStyle[]): EventTypeStyle {
  const worn = new Map<string, number>();
  for (const style of existing) worn.set(keyOf(style), (worn.get(keyOf(style)) ?? 0) + 1);
  const count = (style: EventTypeStyle) => worn.get(keyOf(style)) ?? 0;
  return styles.reduce((best, style) => (count(style) < count(best) ? style : best));
}

const styles: readonly EventTypeStyle[] = [false, true].flatMap((outline) =>
  tokenShapes.map((shape, index) => ({ shape, colour: index + 1, outline })),
);

const keyOf = ({ shape, colour, outline }: EventTypeStyle) => `${shape} ${colour} ${outline}`;
