import type { Example } from '#ui/panels/gallery/Example';

/** The flows of the gallery, in its order. The first is what a newcomer sees running. */
export const examples: readonly Example[] = [
  {
    id: 'order-flow',
    file: 'order-flow.flow.json',
    title: 'examples.orderFlow.title',
    question: 'examples.orderFlow.question',
  },
  {
    id: 'blocked-caller',
    file: 'blocked-caller.flow.json',
    title: 'examples.blockedCaller.title',
    question: 'examples.blockedCaller.question',
  },
  {
    id: 'fan-out',
    file: 'fan-out.flow.json',
    title: 'examples.fanOut.title',
    question: 'examples.fanOut.question',
  },
  {
    id: 'how-many-consumers',
    file: 'how-many-consumers.flow.json',
    title: 'examples.howManyConsumers.title',
    question: 'examples.howManyConsumers.question',
  },
];
