import type { RemedyId } from './LintRule';

/** The English words of every remedy, as one would say on a button; `{node}` is whom it concerns. */
export const remedyTexts: Readonly<Record<RemedyId, string>> = {
  addWorkers: 'Give “{node}” {amount} workers',
  addPartitions: 'Give “{node}” {amount} partitions',
  age: 'Let waiting count in “{node}”: one level each {amount} ms',
  backOff: 'Let “{node}” wait longer each time, from {amount} ms on',
  drawPauses: 'Draw the pauses of “{node}” at random',
  emitLess: 'Multiply what “{node}” emits by {amount}',
  keepUnrouted: 'Keep in “{node}” what nobody wants',
  lengthenAckTimeout: 'Let “{node}” wait {amount} ms for answers',
  lengthenTimeout: 'Allow “{node}” {amount} ms',
  lengthenMemory: 'Let “{node}” remember for {amount} ms what it has done',
  limitAttempts: 'Limit “{node}” to {amount} attempts',
  orderByKey: 'Let “{node}” keep the order per key',
  startEarlier: 'Let “{node}” begin at once',
  widenBreaker: 'Let the breaker of “{node}” look at {amount} attempts',
  workAtomically: 'Let the store add what “{node}” writes',
  queueBetween: 'Make “{node}” asynchronous',
  acknowledgeLate: 'Let “{node}” wait until the work is done',
  waitForAnswers: 'Let “{node}” wait for answers',
  addDeadLetters: 'Add a box for the dead letters of “{node}”',
  boundRun: 'End the run after {amount} s',
  removeWire: 'Remove the wire {node}',
};
