/**
 * What a prediction takes for granted or stops at, in English; `{node}` and `{other}` stand for the names of nodes, `{setting}`
 * for that of a setting.
 */
export const assumptionTexts = {
  'setting-assumed': '“{setting}” of {node} is left out: the figures hold as long as it makes no difference.',
  'setting-waits': '“{setting}” of {node} is not in the model: rates and loads are predicted, times are not.',
  'setting-rates': '“{setting}” of {node} is not in the model: nobody can say what it passes on.',
  condition:
    'How much {node} passes on is decided by a condition or a list that depends on more than the type of the event.',
  filter: 'How much goes from {node} to {other} is decided by a filter.',
  'lost-answers':
    'What is lost between {node} and {other} is delivered again, so that nobody can say how often it comes.',
  'in-turn':
    'The types of {node} take turns and need different times, so that nobody can say how long they wait.',
  late: '{other} subscribes to {node} late: the figures hold from then on.',
  'loop-gain':
    'What {node} passes on comes back to it, more every time: there is no long run, the rate grows without end.',
  'unequal-members':
    'The consumers at {node} compete and are not alike, so that nobody can say who gets how much.',
  shared: '{node} is served from several lines, of which the model knows only all together.',
  'waits-for-others': '{node} waits for others while it works, and they may keep it waiting.',
  'caller-bound': 'Callers of {node} are limited, and wait for it and for each other in several places.',
  'by-key': 'Events of one key wait for each other at {node}.',
  'few-owners': '{node} has more partitions than its consumers can work on at a time.',
  'unknown-keys': 'Nobody can say how the keys of events are spread over the partitions of {node}.',
  'random-keys': 'Keys are spread over the partitions of {node} as if every event had one of its own.',
  'blocks-workers': '{node} may be full, and whoever works and wants to pass something on to it waits.',
  'blocks-callers': '{node} may be full: the wait of callers at its door counts as a wait before it.',
  'blocks-others': '{node} may be full for one of its groups, and then takes nothing for the others either.',
  'in-transit': 'What is on its way to {node} takes places of its inbox; there are taken to be enough.',
  redelivery: 'What fails comes back to {node}, and is counted as work that goes on.',
  'drop-oldest': '{node} drops who has waited longest: of whom is served, only the number is predicted.',
  loss: 'Messages that wires lose or double count as gone or as events of their own.',
  faults: 'The faults of the document are left out: figures hold while nothing is down.',
  interventions: 'What was done by hand is left out.',
  'twin-streams':
    'Events that come to {node} on several ways are taken as independent, and are copies of each other.',
  'not-poisson': 'How evenly events come to {node} is approximated by two moments (QNA).',
  'no-theory': 'No theory fits how events come to {node} and how long it works.',
  'own-time': 'Stores and calls that cannot make anybody wait count as work of {node}.',
  'mean-retries': 'Failed attempts and the pauses between them count as work of {node}.',
} as const;

export type AssumptionCode = keyof typeof assumptionTexts;

/** One thing that a prediction takes for granted, or the reason why there is none. */
export interface Assumption {
  readonly code: AssumptionCode;
  /** Ids of the nodes it speaks of; empty where it is about the flow. */
  readonly node: string;
  readonly other: string;
  /** The id of a field of that node; empty for none. */
  readonly setting: string;
}

/** Says one thing that is taken for granted. */
export function assume(code: AssumptionCode, node = '', more: Partial<Assumption> = {}): Assumption {
  return { code, node, other: '', setting: '', ...more };
}

/** The same things, each once, in the order in which they came. */
export function eachOnce(assumptions: readonly Assumption[]): readonly Assumption[] {
  const found = new Map(assumptions.map((one) => [JSON.stringify(one), one]));
  return [...found.values()];
}
