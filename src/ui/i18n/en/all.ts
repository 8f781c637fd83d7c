/** Every area of the catalogue. */
export { canvas } from './canvas';
export { player } from './player';
export { editor } from './editor';
export { shell } from './shell';
export { fields } from './fields';
export { kinds } from './kinds';
export { problems } from './problems';
export { examples } from './examples';
