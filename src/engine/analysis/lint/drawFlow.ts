import type { FlowDoc } from '#engine/model/FlowDoc';
import type { NodeKind } from '#engine/model/NodeKind';
import { parseFlow } from '#engine/model/parseFlow';

type Part = string | readonly [kind: string, settings: Readonly<Record<string, unknown>>];

/** A flow in a few words. */
export interface Drawing {
  /** By id: a kind, or a kind with settings over its defaults. */
  readonly nodes: Readonly<Record<string, Part>>;
  /** Such as `shop>orders` or `orders.deadLetter>box`, with settings over the defaults. */
  readonly wires: readonly (string | readonly [wire: string, settings: Readonly<Record<string, unknown>>])[];
  /** Names of event types, which are their ids too; one called `T` by default. */
  readonly types?: readonly string[];
  /** What else belongs into the document. */
  readonly more?: Readonly<Record<string, unknown>>;
}

/** A document from a short description, for tests: throws when it is none. A minute long unless it says otherwise. */
export function drawFlow(
  { nodes, wires, types = ['T'], more = {} }: Drawing,
  kinds: readonly NodeKind[],
): FlowDoc {
  const parsed = parseFlow(
    {
      busbar: 1,
      name: 'Drawn',
      untilMs: 60_000,
      eventTypes: types.map((name) => ({ id: name, name })),
      nodes: Object.entries(nodes).map(([id, part], index) => {
        const [kind, settings] = typeof part === 'string' ? [part, {}] : part;
        return { id, kind, name: id, x: index * 400, y: 0, settings };
      }),
      wires: wires.map((wire, index) => {
        const [text, settings] = typeof wire === 'string' ? [wire, {}] : wire;
        const [from = '', to = ''] = text.split('>');
        return { id: `w${index}`, from: endOf(from, 'out'), to: endOf(to, 'in'), settings };
      }),
      ...more,
    },
    kinds,
  );
  if (!parsed.ok || parsed.problems.length > 0) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

function endOf(text: string, usual: string) {
  const [node = '', port = usual] = text.split('.');
  return { node, port };
}
