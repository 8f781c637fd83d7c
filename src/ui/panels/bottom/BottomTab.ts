import type { ComponentType } from 'react';
import type { TextKey } from '#ui/i18n/catalogue';

/** A tab of the panel below the canvas. */
export interface BottomTab {
  /** What `showBottom` of the view store is given. */
  readonly id: string;
  readonly title: TextKey;
  /** Fills the panel; fetched when it is first shown. */
  readonly Content: ComponentType;
  /** Stands after the title; nothing, or a number worth seeing while another tab is shown. */
  readonly Count?: ComponentType;
}
