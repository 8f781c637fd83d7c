/** English texts of the area "examples": what the gallery says of each flow in `public/examples`. */
export const examples = {
  'orderFlow.title': 'Order flow',
  'orderFlow.question':
    'A web shop around one topic: why is Storefront so often blocked, and who ends in the dead letters?',

  'blockedCaller.title': 'A synchronous bus blocks its caller',
  'blockedCaller.question':
    'Storefront wants to publish 5 orders a second and gets through 4.35. Where do the rest go, and what does an asynchronous bus change?',

  'fanOut.title': 'Fan-out',
  'fanOut.question':
    'Three subscribers, one of them slow: its queue grows by 3.3 payments a second. Who has to wait for it?',

  'howManyConsumers.title': 'How many consumers?',
  'howManyConsumers.question':
    'Two workers are exactly as fast as the orders come, and never settle. What do the third, fourth and sixth bring?',
} as const;
