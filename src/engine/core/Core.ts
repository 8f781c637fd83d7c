import { coreBytes } from './coreBytes';
import { decodeBase64 } from './decodeBase64';

/** A number of the core that both sides read and write. */
interface Cell {
  value: number;
}

/** What `assembly/run.ts` gives out. */
interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  run(end: number): number;
  setNow(us: number): void;
  enterLater(slot: number, dueUs: number): void;
  takeJob(): number;
  fillTables(): void;
  readonly stations: Cell;
  readonly horizonUs: Cell;
  readonly goalUs: Cell;
  readonly goalEvents: Cell;
  readonly instant: Cell;
  readonly stretches: Cell;
  readonly stretchUs: Cell;
  readonly stretch: Cell;
  readonly stretchEndUs: Cell;
  readonly stretchSteps: Cell;
  readonly jobsPerStep: Cell;
  readonly low: Cell;
  readonly high: Cell;
  readonly hashed: Cell;
  readonly freeJob: Cell;
  readonly freshJob: Cell;
  readonly jobsLeft: Cell;
  readonly histograms: Cell;
  readonly typeHistograms: Cell;
  readonly typeSamples: Cell;
  readonly typeFacts: Cell;
  readonly typeCount: Cell;
  readonly now: Cell;
  readonly sequence: Cell;
  readonly steps: Cell;
  readonly line: Cell;
  readonly lineMask: Cell;
  readonly lineFirst: Cell;
  readonly lineEnd: Cell;
  readonly heap: Cell;
  readonly heapSize: Cell;
  readonly freeSlot: Cell;
  readonly freshSlot: Cell;
  readonly events: Cell;
  readonly calls: Cell;
  readonly wires: Cell;
}

/** The part of WebAssembly that is needed: neither a page nor Node is asked for it, every machine that runs this has it. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: object };
};

const pageSize = 65_536;

/** One core and its memory, by words of each sort. */
export class Core {
  readonly exports: Exports;
  floats = new Float64Array(0);
  words = new Int32Array(0);
  bytes = new Uint8Array(0);

  constructor(exports: Exports) {
    this.exports = exports;
    this.look();
  }

  /** Makes the memory at least so large; false when there is no more. */
  reach(end: number): boolean {
    const missing = end - this.bytes.length;
    if (missing > 0) {
      try {
        this.exports.memory.grow(Math.ceil(missing / pageSize));
      } catch {
        return false; // No machine promises that there is more.
      }
      this.look();
    }
    return true;
  }

  private look(): void {
    const { buffer } = this.exports.memory;
    this.floats = new Float64Array(buffer);
    this.words = new Int32Array(buffer);
    this.bytes = new Uint8Array(buffer);
  }
}

/** A core, or null where there is none: not built in, or forbidden by the page. */
export function createCore(): Core | null {
  if (coreBytes === '') return null;
  try {
    const module = new WebAssembly.Module(decodeBase64(coreBytes));
    // It gives out just what `assembly/run.ts` says.
    const exports = new WebAssembly.Instance(module).exports as Exports;
    exports.fillTables();
    return new Core(exports);
  } catch {
    return null; // A page may forbid to compile.
  }
}
