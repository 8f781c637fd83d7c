import { defaultsOf } from '#engine/model/defaultsOf';
import type { LintFlow, LintNode } from './LintFlow';
import type { Remedy } from './LintRule';

/** A box for dead letters beside a node, of whichever kind has one; empty when there is none, or no port for it. */
export function deadLettersFor(flow: LintFlow, node: LintNode): readonly Remedy[] {
  const exit = node.kind.ports.find(({ deadLetter }) => deadLetter === true);
  const [box] = flow.kinds.flatMap((kind) => {
    const defaults = defaultsOf(kind.fields);
    const preset = kind.presets.find(
      ({ settings }) => kind.traits?.({ ...defaults, ...settings }, []).queue?.isForDeadLetters === true,
    );
    const entrance = kind.ports.find(
      ({ direction, carries }) => direction === 'in' && carries === exit?.carries,
    );
    return preset === undefined || entrance === undefined ? [] : [{ kind, preset, entrance }];
  });
  if (exit === undefined || box === undefined) return [];
  return [
    {
      id: 'addDeadLetters',
      values: { node: node.name, amount: 0 },
      changes: [
        {
          do: 'addNode',
          kind: box.kind.id,
          settings: box.preset.settings,
          name: `${node.name} †`,
          port: box.entrance.id,
          from: { node: node.id, port: exit.id },
        },
      ],
    },
  ];
}
