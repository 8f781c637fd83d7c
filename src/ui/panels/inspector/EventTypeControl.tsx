import { TokenShape } from '#ui/look/TokenShape';
import { useDocument } from '#ui/store/documentStore';
import styles from './control.module.css';
import type { FieldControlProps, FieldOf } from './FieldControl';
import { Options, SelectControl } from './SelectControl';

/** One of the event types of the flow, with its sign before it. */
export function EventTypeControl(props: FieldControlProps<FieldOf<'eventType'>>) {
  const types = useDocument((state) => state.doc.eventTypes);
  const chosen = types.find(({ id }) => id === props.value);
  return (
    <span className={styles['eventType']}>
      {chosen !== undefined && <TokenShape sign={chosen} size={16} />}
      <SelectControl {...props} empty="fields.chooseType">
        <Options of={types} />
      </SelectControl>
    </span>
  );
}
