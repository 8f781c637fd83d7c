import { createContext } from 'react';
import type { TextKey } from '#ui/i18n/catalogue';

/** A ready-made flow that asks a question. */
export interface Example {
  readonly id: string;
  /** Name of its file in `public/examples`. */
  readonly file: string;
  readonly title: TextKey;
  readonly question: TextKey;
}

/** The examples of the page; the list itself belongs to the app. */
export const ExamplesContext = createContext<readonly Example[]>([]);
