/** The areas of the catalogue that come with what is observed on a bus or in a log. */
export { observed } from './observed';
