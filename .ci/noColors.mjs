// Stands in for d3-color in the page. React Flow brings that by way of d3-zoom and d3-transition, which need it to fade
// colours; the page only pans and zooms. For d3, with this, no text is a colour.
export function color() {
  return null;
}

const notHere = () => {
  throw new Error('The page is built without d3-color: see .ci/noColors.mjs.');
};
export { notHere as cubehelix, notHere as hcl, notHere as hsl, notHere as lab, notHere as rgb };
