import { useEffect, useLayoutEffect, useState } from 'react';
import { loadTexts, textOf, type Language } from '#ui/i18n/catalogue';
import { LanguageContext } from '#ui/i18n/useText';
import { applyTheme } from '#ui/look/applyTheme';
import { useView } from '#ui/store/viewStore';
import { Shell } from './Shell';

/** The page: its language, its colours, its work, and the shell around them. */
export function App() {
  const language = useLoadedLanguage();
  const theme = useView((state) => state.theme);
  useLayoutEffect(() => applyTheme(theme), [theme]);
  useLayoutEffect(() => {
    if (language === null) return;
    document.documentElement.lang = language;
    document.title = textOf(language, 'shell.pageTitle');
  }, [language]);
  if (language === null) return null;
  return (
    <LanguageContext value={language}>
      <Shell />
    </LanguageContext>
  );
}

/** The chosen language once its texts are there; null only before the first picture in another one than English. */
function useLoadedLanguage(): Language | null {
  const chosen = useView((state) => state.language);
  const [loaded, setLoaded] = useState<Language | null>(chosen === 'en' ? 'en' : null);
  useEffect(() => {
    let isCurrent = true;
    const show = () => {
      if (isCurrent) setLoaded(chosen);
    };
    // Without its texts a language is shown in English, which is better than no page.
    void loadTexts(chosen, ['first'])
      .then(show, show)
      .then(() => loadTexts(chosen))
      .catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [chosen]);
  return loaded;
}
