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
import { usePointerPlace } from './usePointerPlace';

/** One thing to put on the canvas: dragged there, clicked and then placed, or added in the middle with Enter. */
export function PaletteButton({ item }: { readonly item: PaletteItem }) {
  const t = useText();
  const placing = useView((view) => view.placing);
  const startPlacing = useView((view) => view.startPlacing);
  const drag = useItemDrag(item);
  const pressedBy = useRef('');
  const name = t(labelOfItem(item));
  const isArmed = placing?.kind === item.kind && placing.preset === item.preset;
  const [armedAt, setArmedAt] = usePointerPlace(isArmed);
  const ghostAt = drag.at ?? (isArmed ? armedAt : null);
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
          if (isArmed || event.detail === 0) return;
          say(pressedBy.current === 'touch' ? 'editor.palette.armed' : 'editor.palette.armedClick', { name });
          // A finger leaves nothing that could be followed.
          setArmedAt(pressedBy.current === 'touch' ? null : { x: event.clientX, y: event.clientY });
        }}
      >
        {Icon !== undefined && (
          <span className={styles['tile']}>
            <Icon settings={settings} size={36} />
          </span>
        )}
        <span>{name}</span>
      </button>
      {ghostAt !== null && (
        <DragGhost at={ghostAt}>
          {Icon !== undefined && <Icon settings={settings} size={36} />}
          {name}
        </DragGhost>
      )}
    </>
  );
}
