/** Moves the focus to the row of a node or wire once it is there: an edit may have made or moved it just now. */
export function focusRow(id: string): void {
  requestAnimationFrame(() => {
    const row = document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`);
    row?.scrollIntoView({ block: 'nearest' });
    row?.focus();
  });
}
