const codes = new Map<string, number>();

/** A 32-bit number for a short text of the program's own vocabulary (FNV-1a), remembered: for the trace hash. */
export function textCode(text: string): number {
  const known = codes.get(text);
  if (known !== undefined) return known;
  let code = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    code = Math.imul(code ^ text.charCodeAt(index), 0x01000193);
  }
  codes.set(text, code);
  return code;
}
