import { kindById } from '#kinds/index';
import { useText } from '#ui/i18n/useText';
import { useDocument } from '#ui/store/documentStore';
import type { FieldControlProps, FieldOf } from './FieldControl';
import { Options, SelectControl } from './SelectControl';

/** One of the groups, which stand for services, or one of the nodes that run. */
export function NodeControl(props: FieldControlProps<FieldOf<'node'>>) {
  const t = useText();
  const nodes = useDocument((state) => state.doc.nodes);
  const held = new Set(nodes.map(({ group }) => group));
  const groups = nodes.filter(({ id, kind }) => kindById.get(kind)?.runs === false && held.has(id));
  const running = nodes.filter(({ kind }) => kindById.get(kind)?.runs === true);
  return (
    <SelectControl {...props} empty="fields.chooseNode">
      {[['fields.chooseNode.groups', groups] as const, ['fields.chooseNode.nodes', running] as const].map(
        ([label, list]) =>
          list.length > 0 && (
            <optgroup key={label} label={t(label)}>
              <Options of={list} />
            </optgroup>
          ),
      )}
    </SelectControl>
  );
}
