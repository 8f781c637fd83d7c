/** The place of the item with this key in a list in which keys rise, or −1 when there is none; by bisection. */
export function placeOfKey<T>(list: readonly T[], key: number, keyOf: (item: T) => number): number {
  let low = 0;
  let high = list.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const item = list[middle];
    if (item === undefined) return -1;
    const difference = keyOf(item) - key;
    if (difference === 0) return middle;
    if (difference < 0) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Takes the item at a place out and keeps the order of the others. Short lists are closed up by hand: it is faster. */
export function removeAt(list: unknown[], place: number): void {
  if (place < 0 || place >= list.length) return;
  if (list.length - place > 24) {
    list.splice(place, 1);
    return;
  }
  for (let next = place + 1; next < list.length; next += 1) list[next - 1] = list[next];
  list.pop();
}
