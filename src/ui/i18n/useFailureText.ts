import { useContext, useEffect, useState } from 'react';
import { failureIn } from './failureIn';
import { LanguageContext } from './useText';

/** Why an expression has no value, in the language of the page; in English until that is fetched. */
export function useFailureText(sentence: string): string {
  const language = useContext(LanguageContext);
  const [said, setSaid] = useState({ sentence, text: sentence });
  useEffect(() => {
    let isCurrent = true;
    const show = (text: string) => {
      if (isCurrent) setSaid({ sentence, text });
    };
    failureIn(language, sentence).then(show, () => show(sentence));
    return () => {
      isCurrent = false;
    };
  }, [language, sentence]);
  return said.sentence === sentence ? said.text : sentence;
}
