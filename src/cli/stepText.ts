import type { RecipeStep } from '#engine/analysis/explore/Recipe';
import type { FlowDoc } from '#engine/model/FlowDoc';

/** One step of a run, as a sentence without its full stop: who does what, and what became of it. */
export function stepText(step: RecipeStep, doc: FlowDoc): string {
  const name = doc.nodes[step.node]?.name ?? '';
  const event = step.token === null ? '' : ` ${tokenText(step.token, doc)}`;
  const facts = step.facts.map(({ code, detail }) => (detail === '' ? code : `${code} (${detail})`));
  const outcome = facts.length === 0 ? '' : ` → ${facts.join(', ')}`;
  return `${name}: ${actText(step)}${event}${outcome}`;
}

function tokenText({ number, type, subject }: NonNullable<RecipeStep['token']>, doc: FlowDoc): string {
  const typeName = doc.eventTypes[type]?.name ?? '';
  return subject === '' ? `#${number} ${typeName}` : `#${number} ${typeName} (${subject})`;
}

function actText({ kind, name }: RecipeStep): string {
  switch (kind) {
    case 'publish':
      return name === 'drop' ? 'loses on the way' : 'receives';
    case 'deliver':
      return name === 'drop' ? 'loses on the way' : 'is given';
    case 'ack':
      return name === 'drop' ? 'loses the answer about' : `is answered "${name}" about`;
    case 'access':
      return `is asked to ${name} for`;
    case 'timer':
      return name === 'generate' ? 'makes the next event' : `${name} is over`;
    case 'start':
      return 'starts';
    case 'finish':
      return 'finishes';
    default:
      return name;
  }
}
