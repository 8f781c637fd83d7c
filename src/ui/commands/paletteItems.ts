import { hasText, type TextKey } from '#ui/i18n/catalogue';
import { kinds } from '#kinds/index';
import type { NodeKind } from '#engine/model/NodeKind';
import type { PaletteItem } from '#ui/store/viewStore';

/** Everything that can be put on the canvas, in the order of kinds and of their presets. */
export const paletteItems: readonly PaletteItem[] = kinds.flatMap((kind: NodeKind) =>
  kind.presets.map((preset) => ({ kind: kind.id, preset: preset.id })),
);

/** The key of an item's name in the catalogue; the name is also what a new node is called. */
export function labelOfItem({ kind, preset }: PaletteItem): TextKey {
  const key = `kinds.${kind}.${preset}`;
  return hasText(key) ? key : 'editor.unnamedItem';
}

export const idOfItem = ({ kind, preset }: PaletteItem): string => `${kind}.${preset}`;
