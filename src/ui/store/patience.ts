/** The browser's storage did not answer in time. */
export class SlowStorage extends Error {}

/** A browser that does not answer for so many milliseconds is treated as one that refuses. */
const usualPatienceMs = 800;

/** What the work answers; rejects with `SlowStorage` when that takes too long. The work itself goes on. */
export async function withPatience<T>(work: Promise<T>, patienceMs = usualPatienceMs): Promise<T> {
  let handle: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    handle = setTimeout(() => reject(new SlowStorage()), patienceMs);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(handle);
  }
}
