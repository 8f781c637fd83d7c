import { useRef } from 'react';
import { useText } from '#ui/i18n/useText';
import { faces } from '#kinds/faces';
import { kindById } from '#kinds/index';
import { labelOfItem } from '#ui/commands/paletteItems';
import { placeNode } from '#ui/commands/placeNode';
import { say } from '#ui/commands/say';
import { useView, type PaletteItem } from '#ui/store/viewStore';
import { DragGhost } from './DragGhost';
import styles from './palette.module.css';
import { useItemDrag } from './useItemDrag';

/** One thing to put on the canvas: dragged there, clicked and then placed, or added in the middle with Enter. */
export function PaletteButton({ item }: { readonly item: PaletteItem }) {
  const t = useText();
  const placing = useView((view) => view.placing);
  const startPlacing = useView((view) => view.startPlacing);
  const drag = useItemDrag(item);
  const pressedBy = useRef('');
  const name = t(labelOfItem(item));
  const isArmed = placing?.kind === item.kind && placing.preset === item.preset;
  const Icon = faces[item.kind]?.Icon;
  const settings = kindById.get(item.kind)?.presets.find((one) => one.id === item.preset)?.settings ?? {};
  return (
    <>
      <button
        type="button"
        className={styles['item']}
        title={t('editor.palette.hint', { name })}
        aria-pressed={isArmed}
        onPointerDown={(event) => {
          pressedBy.current = event.pointerType;
          drag.handlers.onPointerDown(event);
        }}
        onClick={(event) => {
          if (drag.wasDragged()) return;
          // A click without a press comes from Enter, Space or assistive technology, which have no place to point at.
          if (event.detail === 0) placeNode(item);
          else startPlacing(isArmed ? null : item);
          // A finger sees no pointer that shows what comes next.
          if (!isArmed && pressedBy.current === 'touch') say('editor.palette.armed', { name });
        }}
      >
        {Icon !== undefined && (
          <span className={styles['tile']}>
            <Icon settings={settings} size={36} />
          </span>
        )}
        <span>{name}</span>
      </button>
      {drag.at !== null && (
        <DragGhost at={drag.at}>
          {Icon !== undefined && <Icon settings={settings} size={36} />}
          {name}
        </DragGhost>
      )}
    </>
  );
}
