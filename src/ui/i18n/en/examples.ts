/** English texts of the area "examples": what the gallery says of each flow in `public/examples`. */
export const examples = {
  'order-flow.title': 'Order flow',
  'order-flow.question':
    'A web shop around one topic: why is Storefront so often blocked, and who ends in the dead letters?',

  'blocked-caller.title': 'A synchronous bus blocks its caller',
  'blocked-caller.question':
    'Storefront wants to publish 5 orders a second, and every handler alone is fast enough. How many get through, and where do the rest go?',

  'fan-out.title': 'Fan-out',
  'fan-out.question': 'One topic, three subscribers, and one of them is too slow. Who has to wait for it?',

  'how-many-consumers.title': 'How many consumers?',
  'how-many-consumers.question':
    'Two workers are exactly as fast as the orders come. Is that enough, and what do the third, fourth and sixth bring?',

  'head-of-line.title': 'Head-of-line blocking',
  'head-of-line.question':
    'Every 25th document takes a second, the others 20 ms. How long do the quick ones wait, and what does a queue of their own change?',

  'overtaking.title': 'Overtaking',
  'overtaking.question':
    'The queue keeps the order, and three workers take from it. Is a change ever written after a later one of the same order?',

  'partition-by-key.title': 'Partition by key',
  'partition-by-key.question':
    'A partition for each worker keeps the changes of an order in order. What does that cost?',

  'hot-key.title': 'Hot key',
  'hot-key.question':
    'Half of all changes are about one order, and an order has only one partition. What becomes of it, and do more partitions help?',

  'back-pressure.title': 'Back-pressure choices',
  'back-pressure.question':
    '50 a second come and 40 fit. Make the publisher wait, drop the newest, drop the oldest, or let the queue grow: who loses what?',
} as const;
