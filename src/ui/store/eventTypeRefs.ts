import type { Field, Settings } from '#engine/model/fields';
import type { Json } from '#engine/model/Json';

/** The settings with every event type id that they mention replaced by what `rename` says of it. */
export function renameEventTypes(
  fields: readonly Field[],
  settings: Settings,
  rename: (id: string) => string,
): Settings {
  const renamed: Record<string, Json> = { ...settings };
  for (const field of fields) {
    const value = settings[field.id];
    if (value !== undefined) renamed[field.id] = renamedValue(field, value, rename);
  }
  return renamed;
}

/** The ids of all event types that settings mention. */
export function eventTypesIn(fields: readonly Field[], settings: Settings): ReadonlySet<string> {
  const found = new Set<string>();
  renameEventTypes(fields, settings, (id) => {
    found.add(id);
    return id;
  });
  return found;
}

function renamedValue(field: Field, value: Json, rename: (id: string) => string): Json {
  // An empty id stands for "the type of the event at hand" and is no reference.
  if (field.type === 'eventType') return typeof value === 'string' && value !== '' ? rename(value) : value;
  if (field.type === 'records' && isList(value)) {
    return value.map((item) => (isRecord(item) ? renameEventTypes(field.item, item, rename) : item));
  }
  if (field.type === 'recording' && isRecord(value)) {
    const events = value['events'];
    return isList(events) ? { ...value, events: events.map((event) => renamedEvent(event, rename)) } : value;
  }
  return value;
}

function renamedEvent(event: Json, rename: (id: string) => string): Json {
  if (!isList(event)) return event;
  return event.map((part, index) => (index === 1 && typeof part === 'string' ? rename(part) : part));
}

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

const isRecord = (value: Json | undefined): value is Readonly<Record<string, Json>> =>
  typeof value === 'object' && value !== null && !isList(value);
