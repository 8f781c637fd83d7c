/** The areas of the catalogue that come with warnings about a flow. */
export { lint } from './lint';
