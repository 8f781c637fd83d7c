import { TriangleAlert } from 'lucide-react';
import { useText } from '#ui/i18n/useText';
import { useView } from '#ui/store/viewStore';
import styles from './NodeWarning.module.css';

interface Props {
  readonly id: string;
  readonly name: string;
  readonly count: number;
}

/** A sign at the corner of a node that is warned of; it opens the list of warnings. */
export function NodeWarning({ id, name, count }: Props) {
  const t = useText();
  const said = t('lint.badge', { name, n: count });
  const open = () => {
    useView.getState().select({ nodes: [id] });
    useView.getState().showBottom('lint');
  };
  return (
    // A press here means the sign, not the node below it.
    <button
      type="button"
      className={`${styles['sign'] ?? ''} nodrag nopan`}
      aria-label={said}
      title={said}
      onClick={open}
    >
      <TriangleAlert size={14} aria-hidden />
      {count > 1 && count}
    </button>
  );
}
