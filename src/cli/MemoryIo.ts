import type { FileSink, Io, TextSink } from './Io';

/** What a test puts into the world, and what it finds there afterwards. */
export interface MemoryWorld {
  readonly files?: Readonly<Record<string, string>>;
  readonly templates?: Readonly<Record<string, string>>;
  readonly input?: string;
  readonly isTerminal?: boolean;
  /** How far the clock moves on whenever it is looked at. */
  readonly tickMs?: number;
  /** Presses Ctrl-C at this look for it, from 1. */
  readonly interruptAtLook?: number;
  /** The reader of standard output goes away after so many writes. */
  readonly readerLeavesAfter?: number;
}

/** A world in memory for tests of commands. */
export class MemoryIo implements Io {
  stdout = '';
  stderr = '';
  readonly written = new Map<string, string>();
  readonly version = '1.2.3';
  readonly isTerminal: boolean;
  readonly output: TextSink;
  readonly errors: TextSink;
  readonly #world: MemoryWorld;
  #clockMs = 0;
  #looks = 0;
  #writes = 0;

  constructor(world: MemoryWorld = {}) {
    this.#world = world;
    this.isTerminal = world.isTerminal ?? false;
    this.output = {
      write: async (text) => {
        this.#writes += 1;
        if (this.#writes > (world.readerLeavesAfter ?? Infinity)) {
          throw Object.assign(new Error('write EPIPE'), { code: 'EPIPE' });
        }
        this.stdout += text;
      },
    };
    this.errors = { write: async (text) => void (this.stderr += text) };
  }

  async readFile(path: string): Promise<string> {
    const text = this.#world.files?.[path];
    if (text === undefined) throw Object.assign(new Error('no such file'), { code: 'ENOENT' });
    return text;
  }

  async openFile(path: string): Promise<FileSink> {
    this.written.set(path, '');
    return {
      write: async (text) => void this.written.set(path, (this.written.get(path) ?? '') + text),
      close: async () => {},
    };
  }

  async readInput(): Promise<string> {
    return this.#world.input ?? '';
  }

  async *inputLines(): AsyncIterable<string> {
    yield* (this.#world.input ?? '').split('\n');
  }

  async listTemplates(): Promise<readonly string[]> {
    return Object.keys(this.#world.templates ?? {}).toSorted();
  }

  async readTemplate(name: string): Promise<string> {
    return this.#world.templates?.[name] ?? '';
  }

  watchInterrupt() {
    return {
      isInterrupted: () => {
        this.#looks += 1;
        return this.#looks === this.#world.interruptAtLook;
      },
      stop: () => {},
    };
  }

  async pause(): Promise<void> {}

  nowMs(): number {
    this.#clockMs += this.#world.tickMs ?? 1;
    return this.#clockMs;
  }
}
