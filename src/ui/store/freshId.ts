/** A name for a record that no other tab or visit will choose: 32 hexadecimal digits. */
export function freshId(): string {
  // Not randomUUID: pages served over plain http have no such function.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
