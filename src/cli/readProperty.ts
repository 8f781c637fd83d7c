import type { PropertyRequest } from '#engine/analysis/explore/Property';
import { usageFailure } from './CliFailure';

/**
 * A property as it is written on the command line: its name, then its arguments as `name=value`, with quotation marks
 * around a value that has spaces in it.
 */
export function readProperty(text: string): PropertyRequest {
  const words = text.match(/(?:"[^"]*"|[^\s"])+/g) ?? [];
  const [property = '', ...rest] = words;
  const given = rest.map((word): readonly [string, string] => {
    const at = word.indexOf('=');
    if (at < 1) throw usageFailure(`"${word}" in the property is no argument; write name=value.`);
    return [word.slice(0, at), word.slice(at + 1).replace(/"/g, '')];
  });
  return { property, arguments: Object.fromEntries(given) };
}
