import { compileCondition } from '#engine/expression/compileExpression';
import { createScope } from '#engine/expression/ExpressionScope';
import type { Json } from '#engine/model/Json';
import type { LintFlow, LintNode } from '../LintFlow';
import type { LintRule } from '../LintRule';

/** The filter of a wire can be read, but fails on every event that comes to it. */
export const filterFails = {
  code: 'filter-fails',
  severity: 'warning',
  sentence:
    'The filter of the wire from “{from}” to “{to}” fails on every event, so that nothing passes: {reason}. Let it fit the data of the events.',
  find(flow) {
    return flow.wires.flatMap((wire) => {
      const { filter } = wire.wire.settings;
      if (!wire.hasFilter || typeof filter !== 'string') return [];
      const compiled = compileCondition(filter);
      const samples = samplesAt(flow, wire.from);
      if (!compiled.ok || samples === null || samples.length === 0) return [];
      const results = samples.map((sample) => compiled.evaluate({ ...createScope(), ...sample }));
      const failures = results.flatMap((result) => (result.ok ? [] : [result.error]));
      if (failures.length < samples.length) return [];
      return [
        {
          nodes: [wire.from.id, wire.to.id],
          wires: [wire.id],
          values: { from: wire.from.name, to: wire.to.name, reason: failures[0] ?? '' },
          evidence: { fact: 'filter-failed', node: wire.from.id },
        },
      ];
    });
  },
} as const satisfies LintRule;

interface Sample {
  readonly type: string;
  readonly data: Json;
}

/** An event of each sort that comes to a node; null when nobody can say what its data are. */
function samplesAt(flow: LintFlow, { traits, ins }: LintNode): readonly Sample[] | null {
  const { source, queue } = traits;
  if (source !== undefined) {
    const { data, types } = source;
    const nameOf = (id: string) => flow.types.find((type) => type.id === id)?.name ?? '';
    return data === null ? null : types.map(({ type }) => ({ type: nameOf(type), data: data.value }));
  }
  if (queue === undefined || ins.some(({ from }) => from.traits.source === undefined)) return null;
  const all = ins.map(({ from }) => samplesAt(flow, from));
  return all.includes(null) ? null : all.flatMap((samples) => samples ?? []);
}
