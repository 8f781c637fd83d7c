import type { Field, Settings } from '#engine/model/fields';
import type { Json } from '#engine/model/Json';

/** The settings with the bus that an emit action of a statechart is for replaced by what `rename` says of its id. */
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

function renamedIn(value: Json, rename: (node: string) => string): Json {
  if (isList(value)) return value.map((item) => renamedIn(item, rename));
  if (!isRecord(value)) return value;
  const { type, params } = value;
  // Nothing but actions has a type in words and params.
  if (typeof type !== 'string' || !isRecord(params)) return renamedMembers(value, rename);
  const { to } = params;
  return type === 'emit' && typeof to === 'string'
    ? { ...value, params: { ...params, to: rename(to) } }
    : value;
}

const renamedMembers = (value: JsonRecord, rename: (node: string) => string): JsonRecord =>
  Object.fromEntries(Object.entries(value).map(([key, member]) => [key, renamedIn(member, rename)]));

type JsonRecord = Readonly<Record<string, Json>>;

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

const isRecord = (value: Json | undefined): value is JsonRecord =>
  typeof value === 'object' && value !== null && !isList(value);
