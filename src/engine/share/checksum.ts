/**
 * Seven characters, `0-9a-z`, that change with every single character of the text (FNV-1a, 32 bit: each step
 * is a bijection of the state, so two texts that differ in one place never meet again). The text is ASCII.
 */
export function checksum(text: string): string {
  let hash = 0x811c_9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x0100_0193);
  }
  return (hash >>> 0).toString(36).padStart(checksumLength, '0');
}

export const checksumLength = 7;
