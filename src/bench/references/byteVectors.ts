/** A model as one would write it by hand for this one purpose: commands that change a row of bytes, or say that they cannot. */
export interface ByteModel {
  readonly width: number;
  readonly commands: readonly ((row: Uint8Array) => boolean)[];
}

/** How many rows can be reached from one of zeros, breadth first, each kept once in an arena with an open hash table. */
export function countRows({ width, commands }: ByteModel): number {
  let arena = new Uint8Array(width << 16);
  let table = new Int32Array(1 << 17);
  let count = 0;
  const add = (row: Uint8Array): void => {
    let slot = hashOf(row) & (table.length - 1);
    for (let found = table[slot] ?? 0; found !== 0; found = table[slot] ?? 0) {
      const start = (found - 1) * width;
      let at = 0;
      while (at < width && arena[start + at] === row[at]) at += 1;
      if (at === width) return;
      slot = (slot + 1) & (table.length - 1);
    }
    if ((count + 1) * width > arena.length) {
      const grown = new Uint8Array(2 * arena.length);
      grown.set(arena);
      arena = grown;
    }
    arena.set(row, count * width);
    count += 1;
    table[slot] = count;
    if (2 * count > table.length) table = grownTable(table.length, arena, width, count);
  };
  const row = new Uint8Array(width);
  add(row);
  for (let next = 0; next < count; next += 1) {
    for (const command of commands) {
      for (let at = 0; at < width; at += 1) row[at] = arena[next * width + at] ?? 0;
      if (command(row)) add(row);
    }
  }
  return count;
}

/** Pipelines of a source that makes some events, a bus that hands on one at a time, and a worker who answers when he is done. */
export function pipelineModel(pipelines: number, events: number): ByteModel {
  const commands = Array.from({ length: pipelines }, (_, pipeline) => {
    const made = 5 * pipeline;
    const [published, delivered, working, done] = [made + 1, made + 2, made + 3, made + 4];
    const isBusy = (row: Uint8Array) => row[delivered] === 1 || row[working] === 1 || row[done] === 1;
    const move = (from: number, to: number, isFree: (row: Uint8Array) => boolean) => (row: Uint8Array) => {
      if ((row[from] ?? 0) === 0 || !isFree(row)) return false;
      row[from] = (row[from] ?? 0) - 1;
      row[to] = (row[to] ?? 0) + 1;
      return true;
    };
    const always = () => true;
    return [
      (row: Uint8Array) => {
        if ((row[made] ?? 0) >= events) return false;
        row[made] = (row[made] ?? 0) + 1;
        row[published] = (row[published] ?? 0) + 1;
        return true;
      },
      move(published, delivered, (row) => !isBusy(row)),
      move(delivered, working, always),
      move(working, done, always),
      (row: Uint8Array) => {
        if (row[done] !== 1) return false;
        row[done] = 0;
        return true;
      },
    ];
  });
  return { width: 5 * pipelines, commands: commands.flat() };
}

function grownTable(
  length: number,
  arena: Uint8Array,
  width: number,
  count: number,
): Int32Array<ArrayBuffer> {
  const table = new Int32Array(2 * length);
  for (let number = 0; number < count; number += 1) {
    let slot = hashOf(arena.subarray(number * width, (number + 1) * width)) & (table.length - 1);
    while (table[slot] !== 0) slot = (slot + 1) & (table.length - 1);
    table[slot] = number + 1;
  }
  return table;
}

/** FNV-1a of 32 bits (public domain), stirred at the end. */
function hashOf(row: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < row.length; at += 1) hash = Math.imul(hash ^ (row[at] ?? 0), 0x01000193);
  return hash ^ (hash >>> 15);
}
