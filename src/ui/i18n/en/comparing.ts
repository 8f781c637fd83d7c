/** The areas of the catalogue that come with comparing runs. */
export { compare } from './compare';
