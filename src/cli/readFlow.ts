import { checkExpressions } from '#engine/expression/checkExpressions';
import { flowFormats, type FlowFormat } from '#engine/interop/index';
import { checkPatterns } from '#engine/model/checkPatterns';
import type { FlowDoc } from '#engine/model/FlowDoc';
import { limits } from '#engine/model/limits';
import type { Result } from '#engine/model/Problem';
import { decodeLink } from '#engine/share/link';
import { kinds } from '#kinds/index';
import { CliFailure, inputFailure } from './CliFailure';
import { exitCodes } from './exitCodes';
import type { Io } from './Io';
import { printProblems } from './printProblems';

/**
 * The flow that an operand names: a path, `-` for standard input, a link or its fragment, `template:NAME`. A file may
 * hold a link too. The format is told by the ending of the name, unless it is given. What is wrong with expressions and
 * patterns is among the problems, and refuses nothing.
 */
export async function readFlowResult(
  operand: string,
  io: Io,
  format: FlowFormat | null = null,
): Promise<Result<FlowDoc>> {
  const result = await parseOperand(operand, io, format);
  return result.ok
    ? {
        ...result,
        problems: [
          ...result.problems,
          ...checkExpressions(result.value, kinds),
          ...checkPatterns(result.value, kinds),
        ],
      }
    : result;
}

/** As `readFlowResult`, or a failure with the problems. What is doubtful is printed to standard error. */
export async function readFlow(
  operand: string,
  io: Io,
  isJson: boolean,
  format: FlowFormat | null = null,
): Promise<FlowDoc> {
  const result = await readFlowResult(operand, io, format);
  if (!result.ok) throw new CliFailure(exitCodes.input, result.problems);
  await printProblems(result.problems, isJson, io.errors);
  return result.value;
}

async function parseOperand(operand: string, io: Io, format: FlowFormat | null): Promise<Result<FlowDoc>> {
  if (isLink(operand)) return readLink(operand);
  return parseText(operand, await readText(operand, io), format);
}

/** The flow in a text; its format is told by the ending of the name, unless it is given. */
export function parseText(operand: string, text: string, format: FlowFormat | null = null): Result<FlowDoc> {
  if (format === null && isLink(text.trim())) return readLink(text.trim());
  const formats = format === null ? formatsFor(operand) : [format];
  const results = formats.map((one) => one.read(text, kinds));
  const result = results.find(({ ok }) => ok) ?? results[0];
  if (result === undefined) throw inputFailure('unknown-format', 'There is no format to read it by.');
  return result;
}

/** The text behind an operand that is no link. */
export async function readText(operand: string, io: Io): Promise<string> {
  if (operand === '-') return io.readInput();
  const name = /^template:(.*)$/.exec(operand)?.[1];
  if (name !== undefined) return readTemplate(name, io);
  return io.readFile(operand).catch((error: unknown) => {
    throw inputFailure('unreadable-file', `${operand} cannot be read: ${reasonOf(error)}.`);
  });
}

/** A shipped template, by its name. */
export async function readTemplate(name: string, io: Io): Promise<string> {
  const names = await io.listTemplates();
  if (names.includes(name)) return io.readTemplate(name);
  throw inputFailure(
    'unknown-template',
    `There is no template "${name}". Choose one of these: ${names.join(', ')}.`,
  );
}

function readLink(text: string): Result<FlowDoc> {
  const decoded = decodeLink(text.slice(text.indexOf('#') + 1), kinds);
  return decoded.ok ? { ...decoded, value: decoded.value.doc } : decoded;
}

/** An address with a fragment, a fragment with its `#`, or one without it. */
export function isLink(text: string): boolean {
  if (text.length > limits.linkLength * 2 || /\s/.test(text)) return false;
  return (
    /^https?:\/\/[^#]*#/.test(text) || /^#\d/.test(text) || /^\d{1,6}\.[\w-]+\.\d{1,5}\.[0-9a-z]+$/.test(text)
  );
}

/** By the ending of the name; any format may be tried on what has none of the known ones. */
function formatsFor(name: string): readonly FlowFormat[] {
  const fitting = flowFormats.filter(({ endings }) => endings.some((ending) => name.endsWith(ending)));
  return fitting.length > 0 ? fitting : flowFormats;
}

function reasonOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return String(error);
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: 'there is no such file',
    EACCES: 'it may not be read',
    EISDIR: 'it is a folder',
  };
  return reasons[String(error.code)] ?? String(error.code);
}
