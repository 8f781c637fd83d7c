/**
 * Every modelled happening that is worth a line in the log, and the fates of events in the ledger. The engine counts
 * by number; append only, for hashes are made of them.
 */
export const fact = {
  published: 0,
  accepted: 1,
  refused: 2,
  unrouted: 3,
  delivered: 4,
  worked: 5,
  failed: 6,
  retry: 7,
  redelivered: 8,
  'ack-late': 9,
  dropped: 10,
  expired: 11,
  'dead-lettered': 12,
  lost: 13,
  duplicated: 14,
  interrupted: 15,
  'synchronous-cycle': 16,
  'pick-skipped': 17,
  'call-depth': 18,
  'ack-lost': 19,
  deduplicated: 20,
  subscribed: 21,
  forgotten: 22,
  'timed-out': 23,
  denied: 24,
  'expression-failed': 25,
  'filter-failed': 26,
  'protocol-violated': 27,
  'protocol-satisfied': 28,
  'protocol-unknown': 29,
  parked: 30,
  unparked: 31,
  moved: 32,
  unhandled: 33,
  logged: 34,
  concluded: 35,
  'chart-limit': 36,
} as const;

export type FactCode = keyof typeof fact;
export type FactNumber = (typeof fact)[FactCode];

/** The name of each fact, by number. */
export const factCodes: readonly FactCode[] = Object.keys(fact).filter((code): code is FactCode =>
  Object.hasOwn(fact, code),
);
