/** The areas of the catalogue that come with the figures of a run. */
export { metrics } from './metrics';
