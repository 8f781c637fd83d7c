import { fieldSections, type FieldSection } from '#engine/model/fields';
import type { Language } from '#ui/i18n/catalogue';

/** What a person chose once for all flows. */
export interface Preferences {
  readonly theme: 'system' | 'light' | 'dark';
  readonly language: Language;
  readonly reducedMotion: 'system' | 'on' | 'off';
  /** Whether keys without Ctrl act (WCAG 2.1.4). */
  readonly singleKeys: boolean;
  /** Whether moved nodes keep to the grid. */
  readonly snap: boolean;
  /** What the wheel does; `pan` suits trackpads. */
  readonly wheel: 'zoom' | 'pan';
  /** Sections of the inspector that were opened or closed by hand; the others are as they come. */
  readonly sections: Readonly<Partial<Record<FieldSection, boolean>>>;
}

const place = 'busbar.preferences';

/** The stored preferences; what is missing, damaged or forbidden falls back to the page's defaults. */
export function readPreferences(): Preferences {
  const stored = readStored();
  return {
    theme: oneOf(stored['theme'], ['system', 'light', 'dark'], 'system'),
    language: oneOf(stored['language'], ['en', 'zh-Hans'], languageOfBrowser()),
    reducedMotion: oneOf(stored['reducedMotion'], ['system', 'on', 'off'], 'system'),
    singleKeys: stored['singleKeys'] !== false,
    snap: stored['snap'] !== false,
    wheel: oneOf(stored['wheel'], ['zoom', 'pan'], 'zoom'),
    sections: readSections(stored['sections']),
  };
}

/** Stores preferences; a browser that forbids it keeps them for this visit only. */
export function writePreferences(preferences: Preferences): void {
  try {
    localStorage.setItem(place, JSON.stringify(preferences));
  } catch {
    // Storage is denied or full: nothing that a person made is lost by that.
  }
}

function readStored(): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(place) ?? '{}');
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

function readSections(value: unknown): Preferences['sections'] {
  if (typeof value !== 'object' || value === null) return {};
  const stored = new Map<string, unknown>(Object.entries(value));
  return Object.fromEntries(
    fieldSections.flatMap((section) => {
      const isOpen = stored.get(section);
      return typeof isOpen === 'boolean' ? [[section, isOpen]] : [];
    }),
  );
}

function languageOfBrowser(): Language {
  return typeof navigator !== 'undefined' && /^zh\b/i.test(navigator.language) ? 'zh-Hans' : 'en';
}

function oneOf<T extends string>(value: unknown, options: readonly T[], fallback: T): T {
  return options.find((option) => option === value) ?? fallback;
}
