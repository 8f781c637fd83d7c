import './base.css';
import { palettes, withMoreContrast, type Palette, type Theme } from './tokens';

/** What people choose; `system` follows the machine, also when it changes its mind. */
export type ThemeChoice = Theme | 'system';

const listeners = new Set<() => void>();
let shown: { readonly theme: Theme; readonly palette: Palette } = { theme: 'light', palette: palettes.light };

/** The theme on the page now, with its colours: for what is drawn on a canvas element. */
export function shownTheme(): { readonly theme: Theme; readonly palette: Palette } {
  return shown;
}

/** Calls back after the colours of the page changed; returns how to stop that. */
export function onThemeChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Puts the tokens of a theme on the root element as custom properties and keeps following the machine's
 * preferences. Returns how to stop following; the tokens stay.
 */
export function applyTheme(choice: ThemeChoice): () => void {
  const prefersDark = matchMedia('(prefers-color-scheme: dark)');
  const prefersContrast = matchMedia('(prefers-contrast: more)');
  const apply = () => {
    const theme = choice === 'system' ? (prefersDark.matches ? 'dark' : 'light') : choice;
    show(theme, prefersContrast.matches);
  };
  apply();
  prefersDark.addEventListener('change', apply);
  prefersContrast.addEventListener('change', apply);
  return () => {
    prefersDark.removeEventListener('change', apply);
    prefersContrast.removeEventListener('change', apply);
  };
}

function show(theme: Theme, wantsContrast: boolean): void {
  const palette = wantsContrast ? withMoreContrast(palettes[theme]) : palettes[theme];
  const root = document.documentElement;
  root.dataset['theme'] = theme;
  for (const [name, value] of Object.entries(palette)) root.style.setProperty(`--${name}`, value);
  shown = { theme, palette };
  for (const listener of listeners) listener();
}
