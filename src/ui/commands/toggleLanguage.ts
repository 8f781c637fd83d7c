import { useView } from '#ui/store/viewStore';
import { always, type Command } from './Command';

/** Changes between English and Chinese. */
export const toggleLanguage: Command = {
  id: 'toggleLanguage',
  label: 'editor.cmd.toggleLanguage',
  group: 'view',
  shortcuts: [],
  menus: [],
  isEnabled: always,
  perform: () => {
    const { language, prefer } = useView.getState();
    prefer({ language: language === 'en' ? 'zh-Hans' : 'en' });
  },
};
