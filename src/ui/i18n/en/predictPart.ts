/** The areas of the catalogue that come with prediction. */
export { predicting } from './predicting';
