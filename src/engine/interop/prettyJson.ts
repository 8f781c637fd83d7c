import type { Json } from '#engine/model/Json';

const width = 110;

/**
 * JSON text for people and version control: what fits into a line stays on it, except lists of objects, which
 * get one line or block for each. Keys keep their order, so equal data make equal text.
 */
export function prettyJson(value: Json): string {
  return print(value, '', '');
}

/** `label` stands before the value on its line, and a comma may follow it. */
function print(value: Json, indent: string, label: string): string {
  const line = label + oneLine(value);
  if (indent.length + line.length < width && !isListOfRecords(value)) return line;
  const inner = `${indent}  `;
  const block = (open: string, lines: readonly string[], close: string) =>
    `${label}${open}\n${lines.map((one) => inner + one).join(',\n')}\n${indent}${close}`;
  if (isList(value)) {
    return block(
      '[',
      value.map((item) => print(item, inner, '')),
      ']',
    );
  }
  if (typeof value !== 'object' || value === null) return line;
  return block(
    '{',
    Object.entries(value).map(([key, item]) => print(item, inner, `${JSON.stringify(key)}: `)),
    '}',
  );
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
