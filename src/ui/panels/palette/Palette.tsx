import { Fragment } from 'react';
import { useText } from '#ui/i18n/useText';
import { kindById } from '#kinds/index';
import { idOfItem, paletteItems } from '#ui/commands/paletteItems';
import type { PaletteItem } from '#ui/store/viewStore';
import { PaletteButton } from './PaletteButton';
import styles from './palette.module.css';

/** Everything that can be put on the canvas: first what runs, then what explains. */
export function Palette() {
  const t = useText();
  return (
    <div className={styles['palette']}>
      <div role="toolbar" aria-label={t('editor.palette.title')} className={styles['items']}>
        {paletteItems.map((item, index) => (
          <Fragment key={idOfItem(item)}>
            {index > 0 && doesRun(item) !== doesRun(paletteItems[index - 1]) && (
              <hr className={styles['rule']} aria-hidden />
            )}
            <PaletteButton item={item} />
          </Fragment>
        ))}
      </div>
    </div>
  );
}

const doesRun = (item: PaletteItem | undefined): boolean => kindById.get(item?.kind ?? '')?.runs === true;
