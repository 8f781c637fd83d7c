/** The areas of the catalogue that come with the list of breakpoints. */
export { stopping } from './stopping';
