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
} as const;
