/** Settings that look at clocks. */
const clocked = [
  'ttlMs',
  'delay',
  'delayBy',
  'ageAfterMs',
  'expireAfterMs',
  'ratePerSecond',
  'retryBudget',
  'batchWaitMs',
  'dedupWindowMs',
  'idempotencyMs',
  'generation',
];

/**
 * A document, not yet read by the importer, without what looks at clocks: what is left has the same steps whatever the
 * durations. For tests.
 */
export function timeless(doc: unknown): unknown {
  const text = JSON.stringify(doc)
    .replace(/event\.number/g, '1')
    .replace(/event\.time/g, '1')
    .replace(/\bnow\b(?!")/g, '1')
    .replace(/random\(\)/g, '1');
  const copy = JSON.parse(text) as { nodes: { settings: Record<string, unknown> }[] };
  for (const { settings } of copy.nodes) {
    for (const field of clocked) delete settings[field];
    // What takes no time at all is done at once, and luck must not decide whether that is so.
    if (settings['latency'] !== undefined) settings['latency'] = { law: 'constant', mean: 5 };
  }
  return copy;
}
