/**
 * Moves the focus to a neighbour of something that is about to go, so that whoever works by keyboard goes on beside it:
 * to the next one in its list, else the one before, else what the list is in.
 */
export function passFocusOn(from: Element | null): void {
  const next = from?.nextElementSibling ?? from?.previousElementSibling ?? null;
  const button = next?.querySelector<HTMLElement>('button, [tabindex="0"]') ?? null;
  if (button !== null) {
    button.focus();
    return;
  }
  const place = from?.closest<HTMLElement>('section, [role="tabpanel"], aside, main') ?? null;
  if (place === null) return;
  // A place as such takes no focus; for this moment it does, and Tab goes on from there.
  if (!place.hasAttribute('tabindex')) place.tabIndex = -1;
  place.focus({ preventScroll: true });
}
