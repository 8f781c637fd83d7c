import { useText } from '#ui/i18n/useText';
import { faces } from '#kinds/faces';
import { kindById } from '#kinds/index';
import type { NodeKind } from '#engine/model/NodeKind';
import { idOfItem, labelOfItem } from '#ui/commands/paletteItems';
import { placeNode } from '#ui/commands/placeNode';
import { itemsByUse } from '#ui/commands/recentItems';
import { useDocument } from '#ui/store/documentStore';
import { useView, type PaletteItem, type QuickAdd as Place } from '#ui/store/viewStore';
import { fittingPorts } from '#ui/store/wiring';
import { FloatingPanel } from './FloatingPanel';
import { PickList, type Choice } from './PickList';

/** The search for a node to add: where the canvas was double-clicked, or where a wire was dropped. */
export function QuickAdd() {
  const place = useView((view) => view.quickAdd);
  return place === null ? null : <QuickAddAt key={`${place.x} ${place.y}`} place={place} />;
}

function QuickAddAt({ place }: { readonly place: Place }) {
  const t = useText();
  const canvasApi = useView((view) => view.canvasApi);
  const open = useView((view) => view.openQuickAdd);
  const close = () => open(null);
  const items = itemsByUse().filter((item) => doesFit(item, place));
  const choices = items.map((item): Choice => {
    const preset = presetOf(item);
    const Icon = faces[item.kind]?.Icon;
    return {
      id: idOfItem(item),
      label: t(labelOfItem(item)),
      keywords: [item.kind, item.preset],
      icon: Icon === undefined ? undefined : <Icon settings={preset?.settings ?? {}} size={26} />,
    };
  });
  const pick = (id: string) => {
    const item = items.find((one) => idOfItem(one) === id);
    close();
    if (item !== undefined) placeNode(item, place, place.from);
  };
  return (
    <FloatingPanel
      label={t('editor.quickAdd.title')}
      at={canvasApi?.toScreen(place) ?? place}
      onClose={close}
    >
      <PickList
        label={t('editor.quickAdd.search')}
        choices={choices}
        none={(query) =>
          items.length === 0 ? t('editor.quickAdd.noFit') : t('editor.quickAdd.none', { query })
        }
        onPick={pick}
      />
    </FloatingPanel>
  );
}

const kindOfItem = (item: PaletteItem): NodeKind | undefined => kindById.get(item.kind);

const presetOf = (item: PaletteItem) => kindOfItem(item)?.presets.find((preset) => preset.id === item.preset);

function doesFit(item: PaletteItem, { from }: Place): boolean {
  const kind = kindOfItem(item);
  if (from === undefined || kind === undefined) return kind !== undefined;
  return fittingPorts(useDocument.getState().doc, from, kind).length > 0;
}
