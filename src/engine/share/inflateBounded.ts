import { Inflate } from 'fflate';

/** Few enough that even the densest of them unpack to a megabyte at most before the bound is looked at. */
const bytesAtATime = 1024;

/**
 * Unpacks raw deflate data. Null when it is damaged; `too-large`, soon after the bound is passed, when it
 * unpacks to more than `maxLength` bytes.
 */
export function inflateBounded(
  packed: Uint8Array,
  dictionary: Uint8Array,
  maxLength: number,
): Uint8Array | null | 'too-large' {
  const got = { pieces: [] as Uint8Array[], length: 0, isFinished: false };
  try {
    const inflate = new Inflate({ dictionary }, (piece, isLast) => {
      got.pieces.push(piece);
      got.length += piece.length;
      got.isFinished = isLast;
    });
    for (let at = 0; at < packed.length; at += bytesAtATime) {
      inflate.push(packed.subarray(at, at + bytesAtATime), at + bytesAtATime >= packed.length);
      if (got.length > maxLength) return 'too-large';
    }
  } catch {
    // That is how the library says that the data is no deflate data.
    return null;
  }
  return got.isFinished ? joined(got.pieces, got.length) : null;
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
