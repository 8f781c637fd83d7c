import type { FlowNode } from '#engine/model/FlowDoc';
import type { NodeKind } from '#engine/model/NodeKind';
import { useText } from '#ui/i18n/useText';
import { useDocument } from '#ui/store/documentStore';
import styles from './control.module.css';
import { fieldText } from './fieldText';
import { profileOf } from './profileOf';

interface Props {
  readonly node: FlowNode;
  readonly profiles: NonNullable<NodeKind['profiles']>;
}

/** Which product a node behaves like, and a list to make it behave like another, in one undo step. */
export function ProfileChoice({ node, profiles }: Props) {
  const t = useText();
  const label = t('fields.profile');
  const nameOf = (id: string) => fieldText(t, `profile.${node.kind}.${id}`);
  const apply = (id: string) => {
    const profile = profiles.find((one) => one.id === id);
    if (profile === undefined) return;
    useDocument.getState().edit('panels.undo.profile', { profile: nameOf(id), of: node.name }, (draft) => {
      const target = draft.nodes.find((one) => one.id === node.id);
      if (target !== undefined) Object.assign(target.settings, profile.settings);
    });
  };
  return (
    <div className={`${styles['field']} ${styles['profile']}`}>
      <div className={styles['label']}>
        <span>{label}</span>
      </div>
      <div className={styles['control']}>
        <select
          className={styles['select']}
          aria-label={label}
          value={profileOf(node.settings, profiles) ?? ''}
          onChange={(event) => apply(event.target.value)}
        >
          <option value="">{t('fields.profile.own')}</option>
          {profiles.map(({ id }) => (
            <option key={id} value={id}>
              {nameOf(id)}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}
