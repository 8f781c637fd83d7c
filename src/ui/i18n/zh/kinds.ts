import type { kinds as en } from "../en/kinds";

/** Simplified Chinese texts of the area "kinds": the compiler asks for every key of the English ones. */
export const kinds: Record<keyof typeof en, string> = {};
