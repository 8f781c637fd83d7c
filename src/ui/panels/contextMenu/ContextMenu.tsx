import { Menu } from '@base-ui/react/menu';
import { useText } from '#ui/i18n/useText';
import type { Command } from '#ui/commands/Command';
import { commands } from '#ui/commands/index';
import { useDocument } from '#ui/store/documentStore';
import { useView, type ContextTarget } from '#ui/store/viewStore';
import { ariaShortcut } from '#ui/commands/shortcuts';
import { KeyCaps } from '../helpSheet/KeyCaps';
import styles from './contextMenu.module.css';

/** What can be done with a node, a wire or the canvas, at the place of the pointer, with the keys for it. */
export function ContextMenu() {
  const target = useView((view) => view.contextMenu);
  return target === null ? null : <MenuOn key={`${target.x} ${target.y}`} target={target} />;
}

function MenuOn({ target }: { readonly target: ContextTarget }) {
  const close = useView((view) => view.closeContextMenu);
  const label = useMenuLabel(target);
  const offered = commands.filter((command) => command.menus.includes(target.on));
  const anchor = { getBoundingClientRect: () => new DOMRect(target.x, target.y, 0, 0) };
  return (
    <Menu.Root open onOpenChange={(isOpen) => !isOpen && close()}>
      {/* Inside a landmark, so that people who go by landmarks meet it. */}
      <Menu.Portal container={document.querySelector('main')}>
        <Menu.Positioner
          className={styles['positioner']}
          anchor={anchor}
          align="start"
          sideOffset={2}
          positionMethod="fixed"
        >
          <Menu.Popup className={styles['menu']} aria-label={label}>
            {offered.map((command, index) => (
              <MenuLine
                key={command.id}
                command={command}
                startsChapter={index > 0 && command.group !== offered[index - 1]?.group}
              />
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

function MenuLine({
  command,
  startsChapter,
}: {
  readonly command: Command;
  readonly startsChapter: boolean;
}) {
  const t = useText();
  const [shortcut] = command.shortcuts;
  const line = (
    <>
      <span className={styles['label']}>{t(command.labelNow?.() ?? command.label)}</span>
      {shortcut !== undefined && <KeyCaps shortcut={shortcut} />}
    </>
  );
  const shared = {
    className: styles['item'] ?? '',
    disabled: !command.isEnabled(),
    'aria-keyshortcuts': shortcut === undefined ? undefined : ariaShortcut(shortcut),
    // Before the menu closes: commands read where it was opened.
    onClick: () => void command.perform(),
  };
  return (
    <>
      {startsChapter && <Menu.Separator className={styles['rule']} />}
      {command.isOn === undefined ? (
        <Menu.Item {...shared}>{line}</Menu.Item>
      ) : (
        <Menu.CheckboxItem {...shared} checked={command.isOn()} closeOnClick>
          <Menu.CheckboxItemIndicator className={styles['check']}>✓</Menu.CheckboxItemIndicator>
          {line}
        </Menu.CheckboxItem>
      )}
    </>
  );
}

function useMenuLabel({ on, id }: ContextTarget): string {
  const t = useText();
  const count = useView((view) => view.selection.nodes.length);
  const name = useDocument((state) => state.doc.nodes.find((node) => node.id === id)?.name ?? '');
  if (on === 'canvas') return t('editor.menu.canvas');
  if (on === 'wire') return t('editor.menu.wire');
  if (on === 'moment') return t('editor.menu.moment');
  return count > 1 ? t('editor.menu.nodes', { n: count }) : t('editor.menu.node', { name });
}
