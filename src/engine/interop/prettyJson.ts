import type { Json } from '#engine/model/Json';

const width = 110;

/**
 * JSON text for people and version control: what fits into a line stays on it, except lists of objects, which
 * get one line or block for each. Keys keep their order, so equal data make equal text.
 */
export function prettyJson(value: Json, indent = ''): string {
  const line = oneLine(value);
  if (indent.length + line.length <= width && !isListOfRecords(value)) return line;
  const inner = `${indent}  `;
  if (isList(value)) {
    return `[\n${value.map((item) => inner + prettyJson(item, inner)).join(',\n')}\n${indent}]`;
  }
  if (typeof value !== 'object' || value === null) return line;
  const entries = Object.entries(value).map(([key, item]) => {
    return `${inner}${JSON.stringify(key)}: ${prettyJson(item, inner)}`;
  });
  return `{\n${entries.join(',\n')}\n${indent}}`;
}

function oneLine(value: Json): string {
  if (isList(value)) return `[${value.map(oneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${oneLine(item)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

function isListOfRecords(value: Json): boolean {
  return (
    isList(value) &&
    value.length > 1 &&
    value.every((item) => typeof item === 'object' && item !== null && Object.keys(item).length > 1)
  );
}

/** `Array.isArray` does not recognise readonly lists. */
function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
