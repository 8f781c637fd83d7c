import type { PatternDialect } from './PatternDialect';

/**
 * Topic filters of MQTT (OASIS MQTT 5.0, § 4.7): levels separated by `/`, which may be empty; the level `+` stands
 * for exactly one, a `#` at the end for its parent level and everything below. A wildcard in the first level
 * leaves out topics that begin with `$`. `$share/<name>/<filter>` is a shared subscription (§ 4.8.2): the topics are those
 * of its filter, and all with the same name and filter compete.
 */
export const mqtt: PatternDialect = {
  id: 'mqtt',
  problemOf,
  problemOfSubject,
  groupOf: (pattern) => (pattern.startsWith(sharePrefix) && problemOf(pattern) === null ? pattern : null),
  compile(shared) {
    if (problemOf(shared) !== null) return () => false;
    const wanted = filterOf(shared).split('/');
    const hasTail = wanted.at(-1) === '#';
    const fixed = hasTail ? wanted.slice(0, -1) : wanted;
    const beginsWild = wanted[0] === '+' || wanted[0] === '#';
    return (topic) => {
      if (problemOfSubject(topic) !== null || (beginsWild && topic.startsWith('$'))) return false;
      const levels = topic.split('/');
      if (hasTail ? levels.length < fixed.length : levels.length !== fixed.length) return false;
      return fixed.every((level, index) => level === '+' || level === levels[index]);
    };
  },
};

const sharePrefix = '$share/';

/** The filter of a shared subscription; of any other the pattern itself. */
function filterOf(pattern: string): string {
  return pattern.startsWith(sharePrefix) ? pattern.split('/').slice(2).join('/') : pattern;
}

function problemOf(pattern: string): string | null {
  return pattern.startsWith(sharePrefix) ? problemOfShared(pattern) : problemOfFilter(pattern);
}

function problemOfShared(pattern: string): string | null {
  const [, name = '', ...filter] = pattern.split('/');
  if (name === '') return 'A shared subscription needs a name: write $share/name/filter.';
  if (name.includes('\0')) return 'The null character may not stand in a topic.';
  if (/[+#]/.test(name)) return 'The name of a shared subscription may hold no + and no #.';
  if (filter.length === 0)
    return 'A shared subscription needs a filter behind its name: write $share/name/filter.';
  return problemOfFilter(filter.join('/'));
}

function problemOfFilter(pattern: string): string | null {
  if (pattern === '') return 'The pattern is empty; write # for all.';
  if (pattern.includes('\0')) return 'The null character may not stand in a topic.';
  const levels = pattern.split('/');
  if (levels.some((level) => level.length > 1 && /[+#]/.test(level))) {
    return 'A wildcard + or # must be a level of its own, between slashes.';
  }
  return levels.slice(0, -1).includes('#') ? 'The wildcard # may stand only at the end.' : null;
}

function problemOfSubject(topic: string): string | null {
  if (topic === '') return 'The topic is empty.';
  if (topic.includes('\0')) return 'The null character may not stand in a topic.';
  return /[+#]/.test(topic) ? 'A wildcard + or # may not stand in a topic that is published to.' : null;
}
