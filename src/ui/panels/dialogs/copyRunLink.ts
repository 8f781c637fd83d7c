import { copyText } from './copyText';
import { makeRunLink } from './makeRunLink';

/** Copies a link that reproduces what is on the canvas; answers whether that worked. */
export async function copyRunLink(): Promise<boolean> {
  try {
    const link = await makeRunLink();
    return link.ok && (await copyText(link.value.url));
  } catch {
    return false;
  }
}
