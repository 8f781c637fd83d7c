import type { PatternDialect } from './PatternDialect';

/**
 * Topic filters of MQTT (OASIS MQTT 5.0, § 4.7): levels separated by `/`, which may be empty; the level `+` stands
 * for exactly one, a `#` at the end for its parent level and everything below. A wildcard in the first level
 * leaves out topics that begin with `$`.
 */
export const mqtt: PatternDialect = {
  id: 'mqtt',
  problemOf,
  problemOfSubject,
  compile(pattern) {
    if (problemOf(pattern) !== null) return () => false;
    const wanted = pattern.split('/');
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

function problemOf(pattern: string): string | null {
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
