import { useView } from '#ui/store/viewStore';
import { say } from './say';
import { always, type Command } from './Command';

const next = { system: 'light', light: 'dark', dark: 'system' } as const;

/** Goes on from the look of the system to light, to dark, and back. */
export const toggleTheme: Command = {
  id: 'toggleTheme',
  label: 'editor.cmd.toggleTheme',
  group: 'view',
  shortcuts: [],
  menus: [],
  isEnabled: always,
  perform: () => {
    const { theme, prefer } = useView.getState();
    prefer({ theme: next[theme] });
    say(`editor.theme.${next[theme]}`);
  },
};
