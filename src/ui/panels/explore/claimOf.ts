import type { PropertyRequest } from '#engine/analysis/explore/Property';
import type { FlowDoc } from '#engine/model/FlowDoc';
import { hasText } from '#ui/i18n/catalogue';
import type { Translate } from '#ui/i18n/useText';

/** What was asked, as a claim with the names of what it is about. */
export function claimOf({ property, arguments: given }: PropertyRequest, doc: FlowDoc, t: Translate): string {
  const nameIn = (list: readonly { readonly id: string; readonly name: string }[], id = '') =>
    list.find((one) => one.id === id)?.name ?? id;
  const values = {
    ...given,
    node: nameIn(doc.nodes, given['node']),
    a: nameIn(doc.eventTypes, given['a']),
    b: nameIn(doc.eventTypes, given['b']),
  };
  const claim = `exploring.claim.${property}`;
  if (hasText(claim)) return t(claim, values);
  const plain = `exploring.property.${property}`;
  return hasText(plain) ? t(plain) : property;
}
