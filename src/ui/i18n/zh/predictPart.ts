/** As in English. */
export { predicting } from './predicting';
