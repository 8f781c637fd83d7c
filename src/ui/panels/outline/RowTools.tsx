import { ArrowDown, ArrowUp, Pencil, SlidersHorizontal, Spline, Trash2, type LucideIcon } from 'lucide-react';
import { useText } from '#ui/i18n/useText';
import styles from './outline.module.css';

interface Props {
  /** Of the node or wire. */
  readonly name: string;
  /** Null where something cannot be done. */
  readonly onRename: (() => void) | null;
  readonly onConnect: (() => void) | null;
  /** Whether connecting means to put an existing wire elsewhere. */
  readonly isReconnect?: boolean;
  readonly onSetUp: () => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** What can be done to the selected row, each as a button that names what it is done to. */
export function RowTools({
  name,
  onRename,
  onConnect,
  isReconnect = false,
  onSetUp,
  onMove,
  onRemove,
}: Props) {
  const t = useText();
  return (
    <div className={styles['tools']}>
      {onRename !== null && (
        <Tool label={t('outline.rename', { name })} icon={Pencil} onClick={onRename} keys="F2" />
      )}
      {onConnect !== null && (
        <Tool
          label={t(isReconnect ? 'outline.reconnect' : 'outline.connect', { name })}
          icon={Spline}
          onClick={onConnect}
        />
      )}
      <Tool label={t('outline.setUp', { name })} icon={SlidersHorizontal} onClick={onSetUp} />
      <Tool label={t('outline.up', { name })} icon={ArrowUp} onClick={() => onMove(-1)} keys="Alt+ArrowUp" />
      <Tool
        label={t('outline.down', { name })}
        icon={ArrowDown}
        onClick={() => onMove(1)}
        keys="Alt+ArrowDown"
      />
      <Tool label={t('outline.remove', { name })} icon={Trash2} onClick={onRemove} keys="Delete" />
    </div>
  );
}

interface ToolProps {
  readonly label: string;
  readonly icon: LucideIcon;
  readonly onClick: () => void;
  readonly keys?: string;
}

function Tool({ label, icon: Icon, onClick, keys }: ToolProps) {
  return (
    <button
      type="button"
      className={styles['tool']}
      aria-label={label}
      aria-keyshortcuts={keys}
      title={label}
      onClick={onClick}
    >
      <Icon size={14} aria-hidden />
    </button>
  );
}
