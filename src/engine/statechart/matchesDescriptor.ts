/**
 * Whether an event type fits a descriptor: the very type, `*` for all, or `paid.*` for `paid` and everything that
 * begins with `paid.`.
 */
export function matchesDescriptor(type: string, descriptor: string): boolean {
  if (descriptor === type || descriptor === '*') return true;
  if (!descriptor.endsWith('.*')) return false;
  const wanted = descriptor.split('.');
  const tokens = type.split('.');
  const star = wanted.indexOf('*');
  // Only the last token is a wildcard; one before it fits nothing.
  return star === wanted.length - 1 && wanted.slice(0, star).every((token, index) => tokens[index] === token);
}
