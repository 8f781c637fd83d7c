/** The areas of the catalogue that come with exploring every order. */
export { exploreProblems as problems } from './exploreProblems';
export { exploring } from './exploring';
export { orders } from './orders';
