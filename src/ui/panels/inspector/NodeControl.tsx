import { kindById } from '#kinds/index';
import { hasText } from '#ui/i18n/catalogue';
import { useText } from '#ui/i18n/useText';
import { useDocument } from '#ui/store/documentStore';
import styles from './control.module.css';
import type { FieldControlProps, FieldOf } from './FieldControl';

/** One of the groups, which stand for services, or one of the nodes that run. */
export function NodeControl(props: FieldControlProps<FieldOf<'node'>>) {
  const { field, owner, value, onChange, onEnd } = props;
  const t = useText();
  const nodes = useDocument((state) => state.doc.nodes);
  const none = `fields.${owner}.${field.id}.none`;
  const held = new Set(nodes.map(({ group }) => group));
  const groups = nodes.filter(({ id, kind }) => kindById.get(kind)?.runs === false && held.has(id));
  const running = nodes.filter(({ kind }) => kindById.get(kind)?.runs === true);
  return (
    <select
      id={props.id}
      className={styles['select']}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => {
        onChange(event.target.value);
        onEnd();
      }}
    >
      <option value="">{hasText(none) ? t(none) : t('fields.chooseNode')}</option>
      {[['fields.chooseNode.groups', groups] as const, ['fields.chooseNode.nodes', running] as const].map(
        ([label, list]) =>
          list.length > 0 && (
            <optgroup key={label} label={t(label)}>
              {list.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </optgroup>
          ),
      )}
    </select>
  );
}
