/** The areas of the catalogue that come with exploring every order. */
export { exploring } from './exploring';
export { orders } from './orders';
