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

  'retry-storm.title': 'Retry storm',
  'retry-storm.question':
    'A service for 100 requests a second stalls for two seconds under a load of 70. Callers give up after half a second and try three more times. How long until all is well again?',

  'rate-limiter.title': 'Rate limiter',
  'rate-limiter.question':
    '50 text messages at once, through a bucket of 20 tokens that gains 10 a second. What becomes of the other 30, and of the login codes behind them?',

  'thundering-herd.title': 'Thundering herd',
  'thundering-herd.question':
    '200 clients reconnect at once and a gateway accepts 50 a second: 4 s would do. How long does it take when everybody retries after exactly one second?',

  'poison-message.title': 'Poison message and dead letters',
  'poison-message.question':
    'One invoice can never be sent, and the queue is first in, first out. Who else has to wait for it, and how long?',

  'circuit-breaker.title': 'Circuit breaker',
  'circuit-breaker.question':
    'The card network does not answer for 30 s. What does a circuit breaker save, what does it cost, and who is back to normal first?',

  'idempotent-consumer.title': 'Idempotent consumer',
  'idempotent-consumer.question':
    'A thousand payments of 100, at least once, and one acknowledgement in twenty gets lost. What does the account hold in the end?',

  'dual-write-and-outbox.title': 'Dual write and outbox',
  'dual-write-and-outbox.question':
    'Save the order, then publish it. What becomes of the orders whose process dies in between, and what does it cost to lose none?',

  'read-your-own-write.title': 'CQRS: read your own write',
  'read-your-own-write.question':
    'The page lags 200 ms behind on average, and customers look at it after 100 ms. How many of them see the old address?',

  'event-sourcing-and-replay.title': 'Event sourcing and replay',
  'event-sourcing-and-replay.question':
    'A new read model joins late and reads the whole log. What keeps 500 e-mails from going out once more?',

  'saga.title': 'Saga: where is order 17?',
  'saga.question':
    'Order, pay, reserve, ship, and undo when something fails: once as a dance, once with a conductor. Where do you look for order 17?',

  'request-and-reply.title': 'Request and reply over topics',
  'request-and-reply.question':
    'An answer takes 300 ms on average, and patience ends after one second. How many answers reach nobody?',

  'scatter-and-gather.title': 'Scatter, gather',
  'scatter-and-gather.question':
    'Five suppliers answer after 100 ms on average. How long do you wait for all five, and how long for the first three?',

  'priority-starvation.title': 'Priority starvation',
  'priority-starvation.question':
    'Express orders go first, and there is a little too much to do. How long does a standard order wait, and what does ageing change?',

  'loop-with-gain.title': 'A loop with gain',
  'loop-with-gain.question':
    'Two price robots watch each other. Ten prices are changed by hand: what becomes of them in a minute?',

  'forgetful-or-durable.title': 'At most once or durable',
  'forgetful-or-durable.question':
    'A consumer is down for five seconds. What does a bus that forgets lose, and how long does one that keeps everything take to catch up?',

  'two-services-freeze.title': 'Two services answer each other and freeze',
  'two-services-freeze.question':
    'Each waits for room in the queue of the other. It works nearly always: in how many runs of a hundred does it come to a standstill?',
} as const;
