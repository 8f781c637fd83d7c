import type { TokenPicture, TokenSetting } from './TokenScene';

/** What the page says to the worker that paints, of one of its canvases. */
export type TokenMessage =
  | { readonly what: 'canvas'; readonly id: number; readonly canvas: OffscreenCanvas }
  | {
      readonly what: 'paint';
      readonly id: number;
      readonly picture: TokenPicture;
      readonly setting: TokenSetting | null;
    }
  | { readonly what: 'gone'; readonly id: number }
  /** Any answer says that it is alive. */
  | { readonly what: 'ask' };
