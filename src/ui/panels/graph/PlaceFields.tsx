import { useText } from '#ui/i18n/useText';
import { ArrowFields } from './ArrowFields';
import styles from './editor.module.css';
import type { EditorProps } from './GraphEditor';
import { StateFields } from './StateFields';
import type { Editing } from './useEditing';

interface Props extends EditorProps {
  readonly editing: Editing;
}

/** Everything about the chosen state or transition, as fields: what gestures do can be done here as well. */
export function PlaceFields(props: Props) {
  const { picture, editing, slot } = props;
  const t = useText();
  const { place } = editing;
  const state = place?.on === 'state' ? picture.states.find(({ id }) => id === place.id) : undefined;
  const arrow = place?.on === 'arrow' ? picture.arrows.find(({ id }) => id === place.id) : undefined;
  if (place === null || (state === undefined && arrow === undefined)) {
    return picture.states.length === 0 ? null : (
      <p className={styles['nothing']}>{t('graph.edit.nothing')}</p>
    );
  }
  return (
    <div className={styles['fields']} key={`${place.on} ${place.id}`}>
      {state !== undefined && <StateFields {...props} state={state} />}
      {arrow !== undefined && <ArrowFields {...props} arrow={arrow} />}
      {slot?.(place)}
    </div>
  );
}
