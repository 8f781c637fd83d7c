export { observed } from './observed';
