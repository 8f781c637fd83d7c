import type * as all from './en/all';
import * as first from './en/first';

export type Language = 'en' | 'zh-Hans';
export type Area = keyof typeof all;
/** A key of the catalogue: area, a dot, and the key inside the area. */
export type TextKey = { [A in Area]: `${A}.${Extract<keyof (typeof all)[A], string>}` }[Area];
export type TextValues = Readonly<Record<string, string | number>>;
type Catalogue = Record<string, Readonly<Record<string, string>>>;

/** What has been loaded so far. English stands in for what another language has not got yet. */
const catalogues: Record<Language, Catalogue> = { en: { ...first }, 'zh-Hans': {} };
const loaders: Record<Language, () => Promise<Catalogue>> = {
  en: () => import('./en/later'),
  'zh-Hans': () => import('./zh/all'),
};

/** Loads what the first picture did without: every text of a language is there once this is done. */
export async function loadTexts(language: Language): Promise<void> {
  Object.assign(catalogues[language], await loaders[language]());
}

/** True when the catalogue has this key: for keys put together from field and problem ids. */
export function hasText(key: string): key is TextKey {
  return lookUp('en', key) !== undefined;
}

/** The text of a key in a language, with `{name}` replaced by the value of that name. */
export function textOf(language: Language, key: TextKey, values: TextValues = {}): string {
  const text = lookUp(language, key) ?? lookUp('en', key) ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
}

function lookUp(language: Language, key: string): string | undefined {
  const dot = key.indexOf('.');
  const area = catalogues[language][key.slice(0, dot)];
  const inner = key.slice(dot + 1);
  return area !== undefined && Object.hasOwn(area, inner) ? area[inner] : undefined;
}
