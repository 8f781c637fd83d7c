import type { TextKey } from '#ui/i18n/catalogue';

export const commandGroups = ['run', 'edit', 'add', 'arrange', 'select', 'node', 'view', 'flow'] as const;
/** Chapters of the help sheet and of the command palette: titles are `editor.group.<id>`. */
export type CommandGroup = (typeof commandGroups)[number];

/** What a menu is opened on; a moment of the run lies in the log and on the timeline. */
export type MenuPlace = 'canvas' | 'node' | 'wire' | 'moment';

/** One thing a person can do. Menus, keyboard, command palette and help sheet are all made from the list of these. */
export interface Command {
  readonly id: string;
  readonly label: TextKey;
  /** What menus call it on what is selected, where that says more. */
  readonly labelNow?: () => TextKey;
  readonly group: CommandGroup;
  /** Other words by which a search finds it. */
  readonly words?: TextKey;
  /**
   * Such as `Ctrl+Shift+Z`, `F2`, `?` or `Shift+L`; the first is the one that is shown. Ctrl is the Command key on
   * Apple keyboards. Keys without Ctrl, Alt or F never act while somebody types.
   */
  readonly shortcuts: readonly string[];
  /** The context menus that offer it, besides the command palette, which offers all. */
  readonly menus: readonly MenuPlace[];
  /** True when the browser's own event brings it (copy, cut, paste), so that no key is caught. */
  readonly isNative?: boolean;
  /** For switches: whether it is on. */
  readonly isOn?: () => boolean;
  readonly isEnabled: () => boolean;
  readonly perform: () => void | Promise<void>;
}

export const always = (): boolean => true;
