import type { player as en } from "../en/player";

/** Simplified Chinese texts of the area "player": the compiler asks for every key of the English ones. */
export const player: Record<keyof typeof en, string> = {};
