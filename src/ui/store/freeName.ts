const nameLengthMax = 80;

/** The wanted name, with the lowest number from 2 behind it when it is taken: `Handler 2`. */
export function freeName(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  const stem = wanted.replace(/ \d+$/, '').slice(0, nameLengthMax - 5);
  let number = 2;
  while (taken.has(`${stem} ${number}`)) number += 1;
  return `${stem} ${number}`;
}
