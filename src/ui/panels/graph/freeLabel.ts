/** A name like the one wanted that is not taken: with the first number from 1 that makes it so. */
export function freeLabel(wanted: string, taken: readonly string[]): string {
  let number = 1;
  while (taken.includes(`${wanted} ${number}`)) number += 1;
  return `${wanted} ${number}`;
}
