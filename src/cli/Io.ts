/** Where text goes. `write` resolves when the text was taken, so that a slow reader holds the writer back. */
export interface TextSink {
  write(text: string): Promise<void>;
}

/** A file being written. */
export interface FileSink extends TextSink {
  close(): Promise<void>;
}

/** Tells whether somebody pressed Ctrl-C since it was asked for. */
export interface InterruptWatch {
  isInterrupted(): boolean;
  /** From then on Ctrl-C ends the program at once, as it does by itself. */
  stop(): void;
}

/** Everything a command knows of the world; tests hand in one that is only memory. */
export interface Io {
  readonly output: TextSink;
  readonly errors: TextSink;
  /** Whether standard error is a terminal: then long runs show their progress there. */
  readonly isTerminal: boolean;
  /** Of the package, such as `1.2.0`. */
  readonly version: string;
  /** Rejects when the file cannot be read. */
  readFile(path: string): Promise<string>;
  openFile(path: string): Promise<FileSink>;
  /** All of standard input. */
  readInput(): Promise<string>;
  /** Standard input line by line, as it comes. */
  inputLines(): AsyncIterable<string>;
  /** Names of the templates that are shipped, in alphabetical order. */
  listTemplates(): Promise<readonly string[]>;
  /** The text of a template; rejects when there is none of that name. */
  readTemplate(name: string): Promise<string>;
  watchInterrupt(): InterruptWatch;
  /** Lets what waits outside, such as Ctrl-C, come in. */
  pause(): Promise<void>;
  /** Milliseconds of the machine's clock, for progress only. */
  nowMs(): number;
}
