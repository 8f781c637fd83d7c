import { createProblem } from '#engine/model/createProblem';
import { limits } from '#engine/model/limits';
import { openDialogOn } from './dialogSubject';
import { openFlowText } from './openFlowText';
import { readText } from './readText';

/** Recorded logs may be larger than flows: they are cut down to what a recording holds. */
const logBytesMax = 64 * 1024 * 1024;

const isLog = (name: string) => /\.(csv|tsv|ndjson|jsonl|log|txt)$/i.test(name);

/** Opens a file as a flow or as a recorded log to import; what its name says, unless it is known. */
export async function openFile(file: File, as: 'flow' | 'log' | 'either' = 'either'): Promise<void> {
  const isRecording = as === 'log' || (as === 'either' && isLog(file.name));
  const max = isRecording ? logBytesMax : limits.fileLength;
  if (file.size > max) {
    const problems = [createProblem('too-large', [], { size: file.size, max })];
    openDialogOn('problems', { about: 'import', name: file.name, text: '', problems });
    return;
  }
  const text = await readText(file);
  if (text === null) {
    const problems = [createProblem('unreadable', [])];
    openDialogOn('problems', { about: 'import', name: file.name, text: '', problems });
  } else if (isRecording) {
    openDialogOn('importLog', { about: 'log', name: file.name, text });
  } else {
    await openFlowText(file.name, text);
  }
}
