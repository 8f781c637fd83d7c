import { Dialog } from '@base-ui/react/dialog';
import { Switch } from '@base-ui/react/switch';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '#ui/i18n/useText';
import type { TextKey } from '#ui/i18n/catalogue';
import { commandGroups } from '#ui/commands/Command';
import { commands } from '#ui/commands/index';
import { useView } from '#ui/store/viewStore';
import styles from './help.module.css';
import { KeyCaps } from './KeyCaps';

/** Every key of the page, made from the list of commands. */
export function HelpSheet() {
  const t = useText();
  const close = useView((view) => view.closeDialog);
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && close()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles['backdrop']} />
        <Dialog.Popup className={styles['sheet']}>
          <header className={styles['head']}>
            <Dialog.Title className={styles['title']}>{t('editor.help.title')}</Dialog.Title>
            <SingleKeys />
            <Dialog.Close className={styles['close']} aria-label={t('editor.help.close')}>
              <X size={16} aria-hidden />
            </Dialog.Close>
          </header>
          {/* A list that scrolls must be reachable by keyboard. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <section className={styles['chapters']} tabIndex={0} aria-label={t('editor.help.title')}>
            {commandGroups.map((group) => (
              <Chapter key={group} title={t(`editor.group.${group}`)}>
                {commands
                  .filter((command) => command.group === group && command.shortcuts.length > 0)
                  .map((command) => (
                    <Line key={command.id} label={t(command.label)}>
                      {command.shortcuts.map((shortcut) => (
                        <KeyCaps key={shortcut} shortcut={shortcut} />
                      ))}
                    </Line>
                  ))}
              </Chapter>
            ))}
            <Chapter title={t('editor.help.canvas')}>
              {gestures.map(([label, keys, word]) => (
                <Line key={label} label={t(label)}>
                  {keys.map((key) => (
                    <KeyCaps key={key} shortcut={key} />
                  ))}
                  {word !== null && <span className={styles['word']}>{t(word)}</span>}
                </Line>
              ))}
            </Chapter>
            <p className={styles['foot']}>{t('panels.help.tab')}</p>
            <p className={styles['foot']}>{t('panels.help.credit')}</p>
          </section>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** What the pointer does, and the keys that are no commands: label, keys, and the word behind them. */
const gestures: readonly (readonly [TextKey, readonly string[], TextKey | null])[] = [
  ['editor.help.arrows', ['ArrowLeft', 'ArrowUp', 'ArrowDown', 'ArrowRight'], null],
  ['editor.help.escape', ['Esc'], null],
  ['editor.help.doubleClick', [], 'editor.help.double'],
  ['editor.help.marquee', [], 'editor.help.drag'],
  ['editor.help.altDrag', ['Alt'], 'editor.help.drag'],
  ['editor.help.pan', [], 'editor.help.rightDrag'],
  ['editor.help.zoom', [], 'editor.help.wheel'],
];

function SingleKeys() {
  const t = useText();
  const isOn = useView((view) => view.singleKeys);
  const prefer = useView((view) => view.prefer);
  return (
    <label className={styles['switchLabel']} title={t('editor.help.singleKeysHelp')}>
      <Switch.Root
        className={styles['switch']}
        checked={isOn}
        onCheckedChange={(singleKeys) => prefer({ singleKeys })}
      >
        <Switch.Thumb className={styles['thumb']} />
      </Switch.Root>
      {t('editor.help.singleKeys')}
    </label>
  );
}

function Chapter({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles['chapter']}>
      <h3 className={styles['chapterTitle']}>{title}</h3>
      <dl className={styles['lines']}>{children}</dl>
    </section>
  );
}

function Line({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={styles['line']}>
      <dt>{label}</dt>
      <dd className={styles['keys']}>{children}</dd>
    </div>
  );
}
