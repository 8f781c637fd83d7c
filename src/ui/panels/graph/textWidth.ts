/**
 * How wide a text is at most in the interface font, in pixels: measured without a page, so that a drawing is the same
 * everywhere. East Asian signs are as wide as high.
 */
export function textWidth(text: string, fontSize: number): number {
  let width = 0;
  for (const sign of text) width += widthOf(sign);
  return width * fontSize;
}

function widthOf(sign: string): number {
  if (/[\u1100-\u11ff\u2e80-\uffef\u{1f300}-\u{1faff}]/u.test(sign)) return 1.02;
  if (/[ilj.,:;'|!·]/.test(sign)) return 0.32;
  if (/[mwMW@%—…→δ]/.test(sign)) return 0.92;
  if (/[A-Z&]/.test(sign)) return 0.7;
  return /[frt()[\]{}/\\ -]/.test(sign) ? 0.4 : 0.6;
}
