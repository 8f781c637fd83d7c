import type { editor as en } from "../en/editor";

/** Simplified Chinese texts of the area "editor": the compiler asks for every key of the English ones. */
export const editor: Record<keyof typeof en, string> = {};
