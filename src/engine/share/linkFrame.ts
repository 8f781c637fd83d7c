import { checksum, checksumLength } from './checksum';

/** What the outside of a link says about its state. Only an `intact` one may be unpacked. */
export type LinkState =
  | { readonly state: 'intact'; readonly version: number; readonly payload: string }
  | { readonly state: 'not-a-link' | 'link-changed' }
  /** With the version that its beginning states. */
  | { readonly state: 'link-cut'; readonly version: number };

/**
 * `version.payload.length.checksum`. This frame stays the same in all versions, so that every version can
 * tell a damaged link from a newer one. It ends with a letter or digit: some programs leave other signs at
 * the end of an address out.
 */
export function frameLink(version: number, payload: string): string {
  const body = `${version}.${payload}`;
  return `${body}.${payload.length}.${checksum(body)}`;
}

/** Looks at a link from outside. Signs behind its end, such as a full stop or bracket of the text it stood in, are no part of it. */
export function readFrame(fragment: string): LinkState {
  const text = fragment.replace(/^#/, '').replace(/[^A-Za-z0-9]+$/, '');
  const parts = text.split('.');
  const [version = '', payload = '', length = '', check = ''] = parts;
  if (parts.length < 4) {
    return isBeginning(text, length)
      ? { state: 'link-cut', version: Number(version) }
      : { state: damageOf(text) };
  }
  if (parts.length > 4) return { state: damageOf(text) };
  if (checksum(`${version}.${payload}`) !== check) {
    const isShorter = check.length < checksumLength || payload.length < Number(length);
    const isCut = isShorter && /^\d+$/.test(version) && /^\d{1,5}$/.test(length) && /^[0-9a-z]*$/.test(check);
    return isCut ? { state: 'link-cut', version: Number(version) } : { state: damageOf(text) };
  }
  if (length !== String(payload.length) || !/^\d{1,6}$/.test(version)) return { state: 'link-changed' };
  return { state: 'intact', version: Number(version), payload };
}

/** Whether a longer link could begin like this. */
function isBeginning(text: string, length: string): boolean {
  return /^\d{1,6}(\.[\w-]*(\.\d{0,5})?)?$/.test(text) && length.length <= 5;
}

/** Damaged, when enough of a link is left to see that it was one. */
function damageOf(text: string): 'link-changed' | 'not-a-link' {
  return /^\d{1,6}\./.test(text) || /\.\d{1,5}\.[0-9a-z]{7}$/.test(text) ? 'link-changed' : 'not-a-link';
}
