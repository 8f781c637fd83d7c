/** The area of the catalogue that comes with marks on the timeline and the panel of faults. */
export { hand } from './hand';
