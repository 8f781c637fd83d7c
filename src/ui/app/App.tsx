import { useEffect, useLayoutEffect } from 'react';
import { textOf } from '#ui/i18n/catalogue';
import { LanguageContext } from '#ui/i18n/useText';
import { applyTheme } from '#ui/look/applyTheme';
import { ExamplesContext } from '#ui/panels/gallery/Example';
import { useView } from '#ui/store/viewStore';
import { examples } from './examples';
import { Shell } from './Shell';
import { startApp } from './startApp';

/** The page: its language, its colours, its work, and the shell around them. */
export function App() {
  const language = useView((state) => state.language);
  const theme = useView((state) => state.theme);
  useLayoutEffect(() => applyTheme(theme), [theme]);
  useLayoutEffect(() => {
    document.documentElement.lang = language;
    document.title = textOf(language, 'shell.pageTitle');
  }, [language]);
  useEffect(() => startApp(examples), []);
  return (
    <LanguageContext value={language}>
      <ExamplesContext value={examples}>
        <Shell />
      </ExamplesContext>
    </LanguageContext>
  );
}
