import { usageFailure } from './CliFailure';
import { parseDuration } from './parseDuration';

type Values = Readonly<Record<string, string | boolean | undefined>>;

/** What stood on the command line behind the name of the command, read with care. */
export class CommandArguments {
  readonly operands: readonly string[];
  readonly #values: Values;

  constructor(operands: readonly string[], values: Values) {
    this.operands = operands;
    this.#values = values;
  }

  /** Empty when there are not so many: the command states how many there may be. */
  operand(index: number): string {
    return this.operands[index] ?? '';
  }

  hasFlag(name: string): boolean {
    return this.#values[name] === true;
  }

  text(name: string): string | null {
    const value = this.#values[name];
    return typeof value === 'string' ? value : null;
  }

  wholeNumber(name: string, min: number, max: number): number | null {
    const text = this.text(name);
    if (text === null) return null;
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < min || value > max) {
      throw usageFailure(`--${name} is "${text}"; write a whole number from ${min} to ${max}.`);
    }
    return value;
  }

  durationMs(name: string, maxMs: number): number | null {
    const text = this.text(name);
    if (text === null) return null;
    const ms = parseDuration(text);
    if (ms === null || ms > maxMs) {
      throw usageFailure(
        `--${name} is "${text}"; write a duration such as 500ms, 10s, 1m30s or 2h, at most ${maxMs} ms.`,
      );
    }
    return ms;
  }

  /** One of the given words, in the order of the list. */
  choice(name: string, words: readonly string[]): string | null {
    const text = this.text(name);
    if (text === null || words.includes(text)) return text;
    throw usageFailure(`--${name} is "${text}"; choose one of these: ${words.join(', ')}.`);
  }
}
