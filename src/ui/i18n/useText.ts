import { createContext, useCallback, useContext } from 'react';
import { textOf, type Language, type TextKey, type TextValues } from './catalogue';

/** The language of the page; provided once, by the app. */
export const LanguageContext = createContext<Language>('en');

export type Translate = (key: TextKey, values?: TextValues) => string;

/** A function from catalogue keys to texts in the language of the page. */
export function useText(): Translate {
  const language = useContext(LanguageContext);
  return useCallback((key, values) => textOf(language, key, values), [language]);
}
