import { flowFormats, logFormats, type FlowFormat } from '#engine/interop/index';
import type { FlowDoc } from '#engine/model/FlowDoc';
import { encodeLink } from '#engine/share/link';
import { kinds } from '#kinds/index';
import { CliFailure, inputFailure } from '../CliFailure';
import type { CommandArguments } from '../CommandArguments';
import type { Command } from '../Command';
import { exitCodes } from '../exitCodes';
import { flowOfLog } from '../flowOfLog';
import { logOptions, looksLikeLog } from '../logColumns';
import type { Io } from '../Io';
import { readFlow } from '../readFlow';

const flowIds = flowFormats.map(({ id }) => id);
const logIds = logFormats.map(({ id }) => id);
const targets = [...flowIds, 'link'];

export const convert: Command = {
  name: 'convert',
  operands: ['FLOW', 'LOG'],
  counts: [1],
  summary: 'write a flow in another format, or a recorded log as a flow',
  options: [
    { name: 'to', value: 'FORMAT', help: `${targets.join(', ')}; else by the ending of the output` },
    {
      name: 'from',
      value: 'FORMAT',
      help: `${[...flowIds, ...logIds].join(', ')}; else by the ending of the input`,
    },
    { name: 'output', short: 'o', value: 'FILE', help: 'write there instead of to standard output' },
    { name: 'base', value: 'ADDRESS', help: 'put this before the # of a link' },
    ...logOptions,
  ],
  async perform(given, io) {
    const doc = await readSource(given, io);
    const output = given.text('output');
    const to = given.choice('to', targets) ?? formatOf(output ?? '')?.id ?? flowIds[0];
    const format = flowFormats.find(({ id }) => id === to);
    const text = format === undefined ? linkOf(doc, given.text('base') ?? '') : format.write(doc, kinds);
    await (output === null ? io.output.write(text) : writeFile(output, text, io));
    return exitCodes.good;
  },
};

async function readSource(given: CommandArguments, io: Io): Promise<FlowDoc> {
  const from = given.choice('from', [...flowIds, ...logIds]);
  const operand = given.operand(0);
  if (from === null ? looksLikeLog(operand) : logIds.includes(from)) {
    return flowOfLog(operand, from, given, io);
  }
  const format = flowFormats.find(({ id }) => id === from) ?? null;
  return readFlow(operand, io, false, format);
}

function formatOf(name: string): FlowFormat | undefined {
  return flowFormats.find(({ endings }) => endings.some((ending) => name.endsWith(ending)));
}

function linkOf(doc: FlowDoc, base: string): string {
  const link = encodeLink({ doc, step: 0, timeUs: 0, hash: '' }, kinds);
  if (!link.ok) throw new CliFailure(exitCodes.input, link.problems);
  return `${base.replace(/#.*$/s, '')}#${link.value}\n`;
}

async function writeFile(path: string, text: string, io: Io): Promise<void> {
  try {
    const file = await io.openFile(path);
    await file.write(text);
    await file.close();
  } catch (error) {
    throw inputFailure('unwritable-file', `${path} cannot be written: ${String(error)}.`);
  }
}
