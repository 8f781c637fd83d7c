/** The areas of the catalogue that only panels and messages need, loaded after the first picture. */
export { automaton } from './automaton';
export { editorLater as editor } from './editorLater';
export { examples } from './examples';
export { fields } from './fields';
export { graph } from './graph';
export { kindsLater as kinds } from './kindsLater';
export { panels } from './panels';
export { playerLater as player } from './playerLater';
export { problems } from './problems';
export { protocol } from './protocol';
export { sections } from './sections';
export { shellLater as shell } from './shellLater';
export { stops } from './stops';
export { why } from './why';
