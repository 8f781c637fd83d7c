/** The text of a file; null when it went away since it was chosen, or is a folder. */
export async function readText(file: File): Promise<string | null> {
  try {
    return await file.text();
  } catch {
    return null;
  }
}
