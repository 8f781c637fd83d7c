/** The area of the catalogue that comes with the outline. */
export { outline } from './outline';
