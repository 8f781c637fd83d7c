import type { canvas as en } from "../en/canvas";

/** Simplified Chinese texts of the area "canvas": the compiler asks for every key of the English ones. */
export const canvas: Record<keyof typeof en, string> = {};
