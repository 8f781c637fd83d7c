import type { Settings } from '#engine/model/fields';

/** A real bus or broker, as settings over the defaults: never a branch in the code. */
export interface Profile {
  readonly id: string;
  readonly settings: Settings;
}
