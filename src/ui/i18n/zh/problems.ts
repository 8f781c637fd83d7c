import type { problems as en } from "../en/problems";

/** Simplified Chinese texts of the area "problems": the compiler asks for every key of the English ones. */
export const problems: Record<keyof typeof en, string> = {};
