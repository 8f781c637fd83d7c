import type { Assumption } from '#engine/analysis/explore/takenForGranted';
import type { FlowDoc } from '#engine/model/FlowDoc';

/** What an answer takes for granted, as a sentence. */
export function assumptionText({ id, node, words }: Assumption, doc: FlowDoc): string {
  const name = doc.nodes[node]?.name ?? '';
  switch (id) {
    case 'clock':
      return `${name} goes by a clock of its own, which only its own timers move on.`;
    case 'window':
      return `${name} never forgets what it has seen: its window outlasts the run.`;
    case 'faults':
      return `none of the ${words.join('')} faults happens that the flow sets times for; give a budget of crashes and losses instead.`;
    case 'keys':
      return `sources draw from their first ${words.join('')} keys, for there are no more events.`;
    case 'value':
      return `where the condition has no value it counts as not given (${words.join('')}).`;
    case 'words':
      return `Expressions say ${words.join(', ')}: times are taken as 0, and numbers of events are names.`;
  }
}
