import type { FlowNode } from '#engine/model/FlowDoc';
import type { NodeKind } from '#engine/model/NodeKind';
import { faces } from '#kinds/faces';
import { hasText } from '#ui/i18n/catalogue';
import { useText, type Translate } from '#ui/i18n/useText';
import { useDocument } from '#ui/store/documentStore';
import { useRun } from '#ui/store/runStore';
import { fieldText } from './fieldText';
import styles from './inspector.module.css';
import { NameInput } from './NameInput';
import { StatePill } from './StatePill';

interface Props {
  readonly node: FlowNode;
  readonly kind: NodeKind;
}

/** Name, what it is, and the state of its automaton. */
export function NodeHeader({ node, kind }: Props) {
  const t = useText();
  const lifecycle = useRun((state) => {
    const index = state.doc.nodes.findIndex(({ id }) => id === node.id);
    return state.frame?.nodes[index]?.lifecycle ?? null;
  });
  const Icon = faces[kind.id]?.Icon;
  const rename = (name: string) =>
    useDocument.getState().edit('panels.undo.rename', { from: node.name, to: name }, (draft) => {
      const target = draft.nodes.find(({ id }) => id === node.id);
      if (target !== undefined) target.name = name;
    });
  return (
    <header className={styles['header']}>
      <h2 className={styles['hidden']}>{node.name}</h2>
      <div className={styles['title']}>
        {Icon !== undefined && <Icon settings={node.settings} size={26} />}
        <NameInput value={node.name} label={t('shell.name')} onCommit={rename} />
        {kind.runs && lifecycle !== null && <StatePill lifecycle={lifecycle} />}
      </div>
      <p className={styles['subtitle']}>{aboutOf(t, node, kind)}</p>
    </header>
  );
}

/** The settings that say most about a node. Ids of fields, whatever kind has them. */
const telling: ReadonlySet<string> = new Set(['delivery', 'mode', 'generation', 'order']);

/** Such as "Topic bus · Asynchronous · First in, first out". */
function aboutOf(t: Translate, node: FlowNode, kind: NodeKind): string {
  const name = `kinds.${faces[kind.id]?.presetOf(node.settings) ?? kind.id}`;
  const options = kind.fields
    .filter((field) => field.type === 'choice' && telling.has(field.id))
    .filter((field) =>
      (field.when ?? []).every(({ field: id, is }) => is.some((one) => one === node.settings[id])),
    )
    .map(({ id }) => {
      const option = node.settings[id];
      return fieldText(t, `${kind.id}.${id}.${typeof option === 'string' ? option : ''}`);
    });
  return [hasText(name) ? t(name) : kind.id, ...options].join(' · ');
}
