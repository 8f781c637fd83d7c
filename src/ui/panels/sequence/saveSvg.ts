import { shownTheme } from '#ui/look/applyTheme';

/** The picture as a file of its own: with its colours in it, for there are no style sheets where it goes. */
export function svgText(picture: SVGSVGElement): string {
  const { palette } = shownTheme();
  const copy = picture.cloneNode(true);
  const text = new XMLSerializer().serializeToString(copy);
  const coloured = text.replace(/var\(--([\w-]+)\)/g, (whole, name: string) => {
    const colour = new Map(Object.entries(palette)).get(name);
    return colour ?? whole;
  });
  const ground = `<rect width="100%" height="100%" fill="${palette.panel}"/>`;
  return coloured.replace(/(<svg[^>]*>)/, `$1${ground}`);
}
