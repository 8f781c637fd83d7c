/** The areas of the catalogue that the first picture needs. */
export { canvas } from './canvas';
export { editor } from './editor';
export { kinds } from './kinds';
export { player } from './player';
export { shell } from './shell';
