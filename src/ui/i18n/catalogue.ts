import * as first from './en/first';
import type * as charts from './en/charts';
import type * as checking from './en/checking';
import type * as comparing from './en/comparing';
import type * as hand from './en/handPart';
import type * as later from './en/later';
import type * as measuring from './en/measuring';
import type * as lint from './en/lintPart';
import type * as outline from './en/outlinePart';
import type * as observing from './en/observing';
import type * as predicting from './en/predictPart';
import type * as stopping from './en/stoppingPart';

export type Language = 'en' | 'zh-Hans';

/**
 * The parts of the catalogue, each a module of areas per language. A part comes with what shows it: a new panel brings
 * one of its own and is fetched by `withTexts`. An area may lie in several parts.
 */
interface Parts {
  readonly first: typeof first;
  readonly later: typeof later;
  readonly charts: typeof charts;
  readonly checking: typeof checking;
  readonly measuring: typeof measuring;
  readonly comparing: typeof comparing;
  readonly observing: typeof observing;
  readonly lint: typeof lint;
  readonly hand: typeof hand;
  readonly predicting: typeof predicting;
  readonly outline: typeof outline;
  readonly stopping: typeof stopping;
}
export type PartId = keyof Parts;

/** Every key of one part: area, a dot, and the key inside the area. */
type KeysOf<Areas> = {
  [A in keyof Areas & string]: `${A}.${keyof Areas[A] & string}`;
}[keyof Areas & string];
/** A key of the catalogue: area, a dot, and the key inside the area. */
export type TextKey = { [P in PartId]: KeysOf<Parts[P]> }[PartId];
export type TextValues = Readonly<Record<string, string | number>>;

type Texts = Readonly<Record<string, string>>;
/** Any language must have all areas and keys that the English part has. */
type Loaders<Areas> = Readonly<
  Record<Language, () => Promise<{ [A in keyof Areas]: Record<keyof Areas[A], string> }>>
>;

const loaders: { readonly [P in PartId]: Loaders<Parts[P]> } = {
  first: { en: () => Promise.resolve(first), 'zh-Hans': () => import('./zh/first') },
  later: { en: () => import('./en/later'), 'zh-Hans': () => import('./zh/later') },
  charts: { en: () => import('./en/charts'), 'zh-Hans': () => import('./zh/charts') },
  checking: { en: () => import('./en/checking'), 'zh-Hans': () => import('./zh/checking') },
  measuring: { en: () => import('./en/measuring'), 'zh-Hans': () => import('./zh/measuring') },
  comparing: { en: () => import('./en/comparing'), 'zh-Hans': () => import('./zh/comparing') },
  observing: { en: () => import('./en/observing'), 'zh-Hans': () => import('./zh/observing') },
  lint: { en: () => import('./en/lintPart'), 'zh-Hans': () => import('./zh/lintPart') },
  hand: { en: () => import('./en/handPart'), 'zh-Hans': () => import('./zh/handPart') },
  predicting: { en: () => import('./en/predictPart'), 'zh-Hans': () => import('./zh/predictPart') },
  outline: { en: () => import('./en/outlinePart'), 'zh-Hans': () => import('./zh/outlinePart') },
  stopping: { en: () => import('./en/stoppingPart'), 'zh-Hans': () => import('./zh/stoppingPart') },
};

/** What has been loaded so far. English stands in for what another language has not got yet. */
const catalogues: Record<Language, Record<string, Texts>> = { en: { ...first }, 'zh-Hans': {} };
/** What is loaded of every language that is spoken, and those languages. */
const wanted = new Set<PartId>(['first']);
const spoken = new Set<Language>();

/**
 * Loads parts of a language and, with them, whatever was shown in another one before; English where that language
 * cannot be had.
 */
export async function loadTexts(language: Language, parts: readonly PartId[] = ['later']): Promise<void> {
  spoken.add(language);
  for (const part of parts) wanted.add(part);
  await Promise.all([...wanted].map((part) => loadPart(part, language)));
}

/** What is being imported, once the texts it shows are there too, in every language that is spoken. */
export async function withTexts<M>(part: PartId, module: Promise<M>): Promise<M> {
  const languages: readonly Language[] = spoken.size === 0 ? ['en'] : [...spoken];
  const [loaded] = await Promise.all([module, ...languages.map((language) => loadTexts(language, [part]))]);
  return loaded;
}

async function loadPart(part: PartId, language: Language): Promise<void> {
  const catalogue = catalogues[language];
  try {
    for (const [area, texts] of Object.entries<Texts>(await loaders[part][language]())) {
      catalogue[area] = { ...catalogue[area], ...texts };
    }
  } catch (error) {
    if (language === 'en') throw error;
    await loadPart(part, 'en');
  }
}

/** True when the catalogue has this key: for keys put together from field and problem ids. */
export function hasText(key: string): key is TextKey {
  return lookUp('en', key) !== undefined || lookUp('zh-Hans', key) !== undefined;
}

/**
 * The text of a key in a language, with `{name}` replaced by the value of that name, and `{name|node|nodes}` by the word
 * that goes with it: the first for 1.
 */
export function textOf(language: Language, key: TextKey, values: TextValues = {}): string {
  const text = lookUp(language, key) ?? lookUp('en', key) ?? key;
  return text.replace(
    /\{(\w+)(?:\|([^|}]+)\|([^|}]+))?\}/g,
    (whole, name: string, one?: string, more?: string) => {
      if (!Object.hasOwn(values, name)) return whole;
      const value = String(values[name]);
      return (value === '1' ? one : more) ?? value;
    },
  );
}

function lookUp(language: Language, key: string): string | undefined {
  const dot = key.indexOf('.');
  const area = catalogues[language][key.slice(0, dot)];
  const inner = key.slice(dot + 1);
  return area !== undefined && Object.hasOwn(area, inner) ? area[inner] : undefined;
}
