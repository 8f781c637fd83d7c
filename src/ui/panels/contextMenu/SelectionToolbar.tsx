import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalSpaceBetween,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalSpaceBetween,
  Copy,
  Group,
  Trash2,
  type LucideIcon,
} from 'lucide-react';
import { useText } from '#ui/i18n/useText';
import { commandById } from '#ui/commands/index';
import { ariaShortcut } from '#ui/commands/shortcuts';
import { useDocument } from '#ui/store/documentStore';
import { useView } from '#ui/store/viewStore';
import styles from './selectionToolbar.module.css';

const tools: readonly (readonly [command: string, Icon: LucideIcon])[] = [
  ['alignLeft', AlignStartVertical],
  ['alignCentre', AlignCenterVertical],
  ['alignRight', AlignEndVertical],
  ['alignTop', AlignStartHorizontal],
  ['alignMiddle', AlignCenterHorizontal],
  ['alignBottom', AlignEndHorizontal],
  ['distributeHorizontally', AlignHorizontalSpaceBetween],
  ['distributeVertically', AlignVerticalSpaceBetween],
  ['groupSelected', Group],
  ['duplicate', Copy],
  ['deleteSelected', Trash2],
];

/** What can be done with several nodes at once; appears when several are selected. */
export function SelectionToolbar() {
  const t = useText();
  const chosen = useView((view) => view.selection.nodes);
  const nodes = useDocument((state) => state.doc.nodes);
  const count = nodes.filter((node) => chosen.includes(node.id)).length;
  if (count < 2) return null;
  return (
    <div className={styles['toolbar']} role="toolbar" aria-label={t('editor.toolbar.title', { n: count })}>
      {tools.map(([id, Icon]) => (
        <Tool key={id} id={id} Icon={Icon} />
      ))}
    </div>
  );
}

function Tool({ id, Icon }: { readonly id: string; readonly Icon: LucideIcon }) {
  const t = useText();
  const command = commandById.get(id);
  if (command === undefined) return null;
  const [shortcut] = command.shortcuts;
  return (
    <button
      type="button"
      className={styles['tool']}
      disabled={!command.isEnabled()}
      aria-label={t(command.label)}
      aria-keyshortcuts={shortcut === undefined ? undefined : ariaShortcut(shortcut)}
      title={shortcut === undefined ? t(command.label) : `${t(command.label)} (${shortcut})`}
      onClick={() => void command.perform()}
    >
      <Icon size={17} strokeWidth={1.8} aria-hidden />
    </button>
  );
}
