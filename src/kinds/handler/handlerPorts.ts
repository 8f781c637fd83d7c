import type { Port } from '#engine/model/NodeKind';

export const handlerPorts: readonly Port[] = [
  { id: 'in', direction: 'in', carries: 'delivery', side: 'left' },
  { id: 'out', direction: 'out', carries: 'event', side: 'right' },
  {
    id: 'store',
    direction: 'out',
    carries: 'access',
    side: 'bottom',
    maxWires: 1,
  },
  {
    id: 'deadLetter',
    direction: 'out',
    carries: 'event',
    side: 'bottom',
    deadLetter: true,
  },
];
