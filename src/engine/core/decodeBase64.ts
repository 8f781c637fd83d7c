const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The bytes of a text in base64. */
export function decodeBase64(text: string): Uint8Array {
  const end = text.indexOf('=');
  const length = end < 0 ? text.length : end;
  const bytes = new Uint8Array((length * 3) >> 2);
  let bits = 0;
  let at = 0;
  for (let place = 0; place < length; place += 1) {
    bits = (bits << 6) | digits.indexOf(text.charAt(place));
    if (place % 4 === 0) continue;
    bytes[at] = (bits >> (6 - 2 * (place % 4))) & 255;
    at += 1;
  }
  return bytes;
}
