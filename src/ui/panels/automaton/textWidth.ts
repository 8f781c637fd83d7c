/** About how wide a text is in the interface font, in pixels: East Asian signs are as wide as high. */
export function textWidth(text: string, fontSize: number): number {
  let width = 0;
  for (const sign of text) width += /[\u2e80-\uffef]/.test(sign) ? 1 : 0.56;
  return width * fontSize;
}
