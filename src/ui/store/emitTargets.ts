import type { Field, Settings } from '#engine/model/fields';
import type { FlowNode } from '#engine/model/FlowDoc';
import type { Json } from '#engine/model/Json';
import { kindById } from '#kinds/index';

/**
 * The settings with the bus that an emit action of a statechart is for replaced by what `rename` says of its id; where that is
 * nothing, it is for every bus.
 */
export function renameEmitTargets(
  fields: readonly Field[],
  settings: Settings,
  rename: (node: string) => string,
): Settings {
  const charts = fields.filter(({ type }) => type === 'statechart');
  const renamed = charts.flatMap(({ id }) => {
    const chart = settings[id];
    if (!isRecord(chart)) return [];
    const { context, ...states } = chart;
    // What a chart remembers may look like an action and is none.
    const own: Json = context === undefined ? {} : { context };
    return [[id, { ...own, ...renamedMembers(states, rename) }] as const];
  });
  return { ...settings, ...Object.fromEntries(renamed) };
}

/** Whether the statechart of a node emits to a bus of which this is so. */
export function emitsTo(
  { kind, settings }: Pick<FlowNode, 'kind' | 'settings'>,
  isMeant: (bus: string) => boolean,
): boolean {
  const { fields = [] } = kindById.get(kind) ?? {};
  let isSo = false;
  renameEmitTargets(fields, settings, (id) => {
    isSo ||= isMeant(id);
    return id;
  });
  return isSo;
}

function renamedIn(value: Json, rename: (node: string) => string): Json {
  if (isList(value)) return value.map((item) => renamedIn(item, rename));
  if (!isRecord(value)) return value;
  const { type, params } = value;
  // Nothing but actions has a type in words and params.
  if (typeof type !== 'string' || !isRecord(params)) return renamedMembers(value, rename);
  const { to, ...rest } = params;
  if (type !== 'emit' || typeof to !== 'string' || to === '') return value;
  const renamed = rename(to);
  return { ...value, params: renamed === '' ? rest : { ...params, to: renamed } };
}

const renamedMembers = (value: JsonRecord, rename: (node: string) => string): JsonRecord =>
  Object.fromEntries(Object.entries(value).map(([key, member]) => [key, renamedIn(member, rename)]));

type JsonRecord = Readonly<Record<string, Json>>;

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

const isRecord = (value: Json | undefined): value is JsonRecord =>
  typeof value === 'object' && value !== null && !isList(value);
