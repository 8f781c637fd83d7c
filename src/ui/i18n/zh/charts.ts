/** The areas of the catalogue that come with the editor of statecharts. */
export { chart } from './chart';
export { fieldsOfCharts as fields } from './fieldsOfCharts';
