/** The areas of the catalogue that only panels and messages need, loaded after the first picture. */
export { automaton } from './automaton';
export { fields } from './fields';
export { graph } from './graph';
export { panels } from './panels';
export { problems } from './problems';
export { sections } from './sections';
