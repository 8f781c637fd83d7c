import { Menu } from '@base-ui/react/menu';
import { ChevronDown } from 'lucide-react';
import { commands } from '#ui/commands/index';
import { useText } from '#ui/i18n/useText';
import styles from './mainMenu.module.css';

/** What the menu offers, in sections: ids of commands. */
const sections = [
  ['newFlow', 'openGallery', 'openRecent'],
  ['openFile', 'saveFile', 'share', 'importLog'],
  ['arrangeFlow', 'clearCanvas'],
  ['toggleOutline', 'toggleTheme', 'toggleLanguage', 'toggleMotion', 'toggleSingleKeys', 'toggleWheel'],
  ['commandPalette', 'help'],
];

/** The menu of the flow: files, examples, and choices for the whole page. */
export function MainMenu() {
  const t = useText();
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger className={styles['trigger']} aria-label={t('shell.menu')}>
        <span>{t('shell.menu.short')}</span>
        <ChevronDown size={14} aria-hidden />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className={styles['positioner']} sideOffset={6} align="start">
          <Menu.Popup className={styles['popup']}>
            {sections.map((ids) => (
              <Menu.Group key={ids[0]} className={styles['section']}>
                {ids.map((id) => (
                  <Item key={id} id={id} />
                ))}
              </Menu.Group>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

function Item({ id }: { readonly id: string }) {
  const t = useText();
  const command = commands.find((one) => one.id === id);
  if (command === undefined) return null;
  const [shortcut] = command.shortcuts;
  return (
    <Menu.Item
      className={styles['item']}
      disabled={!command.isEnabled()}
      onClick={() => void command.perform()}
    >
      <span>{t(command.label)}</span>
      {command.isOn?.() === true && <span className={styles['on']}>{t('shell.menu.on')}</span>}
      {shortcut !== undefined && <kbd>{shortcut}</kbd>}
    </Menu.Item>
  );
}
