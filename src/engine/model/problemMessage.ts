import type { Problem } from './Problem';
import { problemTexts } from './problemTexts';

/**
 * One English sentence that says what is wrong and what to do, filled in with the values of the problem. Only who shows
 * sentences imports it: the page takes them from its catalogue.
 */
export function problemMessage({ code, sentence, values }: Problem): string {
  const texts: Readonly<Record<string, string>> = problemTexts;
  const text = sentence ?? (Object.hasOwn(texts, code) ? texts[code] : undefined) ?? code;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
}
