import type { fields as en } from "../en/fields";

/** Simplified Chinese texts of the area "fields": the compiler asks for every key of the English ones. */
export const fields: Record<keyof typeof en, string> = {};
