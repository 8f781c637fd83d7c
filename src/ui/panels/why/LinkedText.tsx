import { Fragment, type ReactNode } from 'react';
import type { TextKey } from '#ui/i18n/catalogue';
import { useText } from '#ui/i18n/useText';

interface Props {
  readonly text: TextKey;
  /** What stands for each name of the text: words, or something to click on. */
  readonly values: Readonly<Record<string, ReactNode>>;
}

/** Control characters, which no text of the catalogue has. */
const [open, close] = ['\u0002', '\u0003'];

/** A sentence of the catalogue in which names may be links. */
export function LinkedText({ text, values }: Props) {
  const t = useText();
  const marks = Object.fromEntries(Object.keys(values).map((name) => [name, `${open}${name}${close}`]));
  const parts = t(text, marks).split(new RegExp(`${open}(\\w+)${close}`));
  return parts.map((part, index) => {
    const value = index % 2 === 0 ? part : values[part];
    // The parts of a sentence keep their places.
    return <Fragment key={index}>{value}</Fragment>;
  });
}
