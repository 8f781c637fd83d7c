/** The areas of the catalogue that only panels and messages need, loaded after the first picture. */
export { examples } from './examples';
export { fields } from './fields';
export { panels } from './panels';
export { problems } from './problems';
export { sections } from './sections';
