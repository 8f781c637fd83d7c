import type { PaletteItem } from '#ui/store/viewStore';
import { idOfItem, paletteItems } from './paletteItems';

const recent: string[] = [];

/** Notes that an item was used, for this visit. */
export function rememberItem(item: PaletteItem): void {
  const id = idOfItem(item);
  const index = recent.indexOf(id);
  if (index >= 0) recent.splice(index, 1);
  recent.unshift(id);
}

/** All palette items, those used last first. */
export function itemsByUse(): readonly PaletteItem[] {
  const rank = (item: PaletteItem) => {
    const index = recent.indexOf(idOfItem(item));
    return index < 0 ? recent.length : index;
  };
  return paletteItems.toSorted((a, b) => rank(a) - rank(b));
}
