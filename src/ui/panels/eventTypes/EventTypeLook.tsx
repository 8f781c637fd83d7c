import type { EventType } from '#engine/model/FlowDoc';
import { tokenShapes } from '#engine/model/freeEventTypeStyle';
import { useText } from '#ui/i18n/useText';
import { TokenShape } from '#ui/look/TokenShape';
import { styleEventType } from './editEventTypes';
import styles from './eventTypes.module.css';

const colours = [1, 2, 3, 4, 5, 6];

/** Shape, colour and filling of an event type. Colour never stands alone: the shapes differ, too. */
export function EventTypeLook({ type }: { readonly type: EventType }) {
  const t = useText();
  const choose = (style: Parameters<typeof styleEventType>[1]) => styleEventType(type.id, style);
  return (
    <div className={styles['look']}>
      <fieldset className={styles['choices']}>
        <legend>{t('panels.types.shape')}</legend>
        {tokenShapes.map((shape) => (
          <label key={shape} className={styles['choice']}>
            <input
              type="radio"
              name={`shape-${type.id}`}
              aria-label={t(`panels.shape.${shape}`)}
              checked={type.shape === shape}
              onChange={() => choose({ shape })}
            />
            <TokenShape sign={{ ...type, shape }} size={18} />
          </label>
        ))}
      </fieldset>
      <fieldset className={styles['choices']}>
        <legend>{t('panels.types.colour')}</legend>
        {colours.map((colour) => (
          <label key={colour} className={styles['choice']}>
            <input
              type="radio"
              name={`colour-${type.id}`}
              aria-label={t('panels.types.colourOf', { n: colour })}
              checked={type.colour === colour}
              onChange={() => choose({ colour })}
            />
            <TokenShape sign={{ ...type, colour }} size={18} />
          </label>
        ))}
      </fieldset>
      <fieldset className={styles['choices']}>
        <legend>{t('panels.types.filling')}</legend>
        {[false, true].map((outline) => (
          <label key={String(outline)} className={styles['choice']}>
            <input
              type="radio"
              name={`filling-${type.id}`}
              aria-label={t(outline ? 'panels.types.hollow' : 'panels.types.filled')}
              checked={type.outline === outline}
              onChange={() => choose({ outline })}
            />
            <TokenShape sign={{ ...type, outline }} size={18} />
          </label>
        ))}
      </fieldset>
    </div>
  );
}
