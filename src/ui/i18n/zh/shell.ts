import type { shell as en } from "../en/shell";

/** Simplified Chinese texts of the area "shell": the compiler asks for every key of the English ones. */
export const shell: Record<keyof typeof en, string> = {};
