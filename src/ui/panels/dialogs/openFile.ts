import { createProblem } from '#engine/model/createProblem';
import { limits } from '#engine/model/limits';
import { openDialogOn } from './dialogSubject';
import { openFlowText } from './openFlowText';

/** Recorded logs may be larger than flows: they are cut down to what a recording holds. */
export const logBytesMax = 64 * 1024 * 1024;

const isLog = (name: string) => /\.(csv|tsv|ndjson|jsonl|log|txt)$/i.test(name);

/** Opens a file by what its name says it is: a flow, or a recorded log to import. */
export async function openFile(file: File): Promise<void> {
  const max = isLog(file.name) ? logBytesMax : limits.fileLength;
  if (file.size > max) {
    const problems = [createProblem('too-large', [], { size: file.size, max })];
    openDialogOn('problems', { about: 'import', name: file.name, text: '', problems });
    return;
  }
  const text = await readText(file);
  if (text === null) {
    const problems = [createProblem('unreadable', [])];
    openDialogOn('problems', { about: 'import', name: file.name, text: '', problems });
  } else if (isLog(file.name)) {
    openDialogOn('importLog', { about: 'log', name: file.name, text });
  } else {
    openFlowText(file.name, text);
  }
}

async function readText(file: File): Promise<string | null> {
  try {
    return await file.text();
  } catch {
    // The file went away, or what was dropped is a folder.
    return null;
  }
}
