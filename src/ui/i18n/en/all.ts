/** Every area of the catalogue. */
export * from './first';
export * from './later';
