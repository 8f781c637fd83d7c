/** Bytes in use after everything unused was collected. Node must be started with --expose-gc. */
export function usedBytes(): number {
  if (globalThis.gc === undefined)
    throw new Error('Start with node --expose-gc, or memory cannot be weighed.');
  // The second round frees what the first one only found.
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
