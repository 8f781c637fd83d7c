/** The areas of the catalogue that come with exploring every order. */
export { exploreProblemTexts as problems } from '#engine/model/exploreProblemTexts';
export { exploring } from './exploring';
export { orders } from './orders';
