/**
 * Moves the focus to a neighbour of something that is about to go, so that whoever works by keyboard goes on beside it:
 * to the next one in its list, else the one before, else what the list is in.
 */
export function passFocusOn(from: Element | null): void {
  const next = from?.nextElementSibling ?? from?.previousElementSibling ?? null;
  const inside = next?.querySelector(able) ?? null;
  const target = next?.matches(able) === true ? next : inside;
  if (target instanceof HTMLElement) target.focus();
  else focusPlaceOf(from);
}

/** What can be acted on. */
const able = 'button, [tabindex="0"]';

/** Moves the focus to the part of the page that an element is in, from where Tab goes on. */
export function focusPlaceOf(element: Element | null): void {
  const place = element?.closest<HTMLElement>(
    '[role="group"][tabindex], section, [role="tabpanel"], aside, main',
  );
  if (place === null || place === undefined) return;
  // A place as such takes no focus; for this moment it does.
  if (!place.hasAttribute('tabindex')) place.tabIndex = -1;
  place.focus({ preventScroll: true });
}
