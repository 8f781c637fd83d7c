import type { Path } from '#engine/model/createProblem';
import type { Json } from '#engine/model/Json';
import { forbiddenKeys } from '#engine/model/readValue';
import { compilePart, failureText, type Evaluated } from './compileExpression';
import { expressionProblem, type ExpressionProblem } from './expressionProblem';
import type { ExpressionScope } from './ExpressionScope';
import { Frame, type Part } from './Frame';
import { seal } from './seal';
import { splitTemplate, type Piece } from './splitTemplate';

/** JSON with expressions in its texts, ready to be filled in again and again. */
export interface CompiledTemplate {
  readonly ok: true;
  /** Without any `${` in it: every evaluation gives the very same frozen data and costs nothing. */
  readonly isConstant: boolean;
  readonly usesRandom: boolean;
  /** Never throws, answers alike for alike scopes, and ends after a bounded number of steps. */
  evaluate(scope: ExpressionScope): Evaluated;
}

export interface RefusedTemplate {
  readonly ok: false;
  /** Its path leads to the text in the template, and its columns count in that text. */
  readonly problem: ExpressionProblem;
}

/**
 * Makes JSON with `${…}` in its texts ready to run. A text that is wholly one `${…}` becomes the value of its
 * expression, whatever sort it is; in other texts the values are written out. Keys stay as they are.
 */
export function compileTemplate(template: Json): CompiledTemplate | RefusedTemplate {
  const compiler = new TemplateCompiler();
  const part = compiler.part(template, []);
  const { problem, usesRandom } = compiler;
  if (problem !== null) return { ok: false, problem };
  if (part === null) {
    const constant: Evaluated = { ok: true, value: deepFrozen(template) };
    return { ok: true, isConstant: true, usesRandom: false, evaluate: () => constant };
  }
  return { ok: true, isConstant: false, usesRandom, evaluate: filler(part, compiler.plainLength) };
}

function filler(part: Part, plainLength: number): (scope: ExpressionScope) => Evaluated {
  const frame = new Frame();
  return (scope) => {
    frame.start(scope);
    frame.charactersLeft -= plainLength;
    const value = part(frame);
    return value === undefined || frame.isExhausted
      ? { ok: false, error: failureText(frame.failure) }
      : { ok: true, value };
  };
}

class TemplateCompiler {
  problem: ExpressionProblem | null = null;
  usesRandom = false;
  /** Characters of JSON that are there whatever the expressions give. */
  plainLength = 0;

  /** The part that makes a value, or null for a value that is always the same. */
  part(value: Json, path: Path): Part | null {
    if (typeof value === 'string') return this.#text(value, path);
    if (typeof value !== 'object' || value === null) {
      this.plainLength += String(value).length;
      return null;
    }
    this.plainLength += 2;
    return isList(value) ? this.#list(value, path) : this.#object(value, path);
  }

  #list(list: readonly Json[], path: Path): Part | null {
    this.plainLength += list.length;
    const parts = list.map((item, index) => this.part(item, [...path, index]) ?? constant(item));
    return parts.every(isConstant) ? null : listPart(parts);
  }

  #object(object: { readonly [key: string]: Json }, path: Path): Part | null {
    const own = Object.entries(object).filter(([key]) => !forbiddenKeys.has(key));
    const entries = own.map(([key, value]) => {
      this.plainLength += JSON.stringify(key).length + 2;
      return [key, this.part(value, [...path, key]) ?? constant(value)] as const;
    });
    return entries.every(([, part]) => isConstant(part)) ? null : objectPart(entries);
  }

  #text(text: string, path: Path): Part | null {
    const pieces = text.includes('${') ? splitTemplate(text) : [];
    if (pieces.length === 0) {
      this.plainLength += JSON.stringify(text).length;
      return null;
    }
    const parts = pieces.map((piece) => this.#piece(piece, text, path));
    const [only] = parts;
    return only !== undefined && parts.length === 1 && pieces[0]?.is === 'expression'
      ? hole(only, path)
      : textPart(parts, path);
  }

  #piece(piece: Piece, text: string, path: Path): Part {
    if (piece.is === 'text') {
      const plain = piece.text;
      return () => plain;
    }
    if (piece.is === 'unclosed') {
      return this.#refuse(
        expressionProblem('expression-unfinished', { start: text.length, end: text.length }),
        path,
      );
    }
    // Spaces before the expression make its places those of the whole text.
    const compiled = compilePart(' '.repeat(piece.at) + piece.text);
    if (!compiled.ok) return this.#refuse(compiled.problem, path);
    this.usesRandom ||= compiled.usesRandom;
    return compiled.part;
  }

  #refuse(problem: ExpressionProblem, path: Path): Part {
    this.problem ??= { ...problem, path };
    return () => undefined;
  }
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

const constants = new WeakSet<Part>();

/** A value that is the same in every result, and frozen, so that all of them share it. */
function constant(value: Json): Part {
  const frozen = deepFrozen(value);
  const part: Part = () => frozen;
  constants.add(part);
  return part;
}

const isConstant = (part: Part) => constants.has(part);

function listPart(parts: readonly Part[]): Part {
  return (frame) => {
    const list: Json[] = [];
    for (const part of parts) {
      const item = part(frame);
      if (item === undefined) return undefined;
      list.push(item);
    }
    return Object.freeze(list);
  };
}

function objectPart(entries: readonly (readonly [string, Part])[]): Part {
  return (frame) => {
    const object: Record<string, Json> = {};
    for (const [key, part] of entries) {
      const value = part(frame);
      if (value === undefined) return undefined;
      object[key] = value;
    }
    return Object.freeze(object);
  };
}

/** The value of an expression, whatever sort it is. */
function hole(part: Part, path: Path): Part {
  return (frame) => {
    const value = part(frame);
    const place = { start: 0, end: 0 };
    const sealed = value === undefined ? undefined : seal(value, frame, place, path.length);
    return sealed === undefined ? failIn(path, frame) : sealed;
  };
}

/** Texts and written out values behind each other. */
function textPart(parts: readonly Part[], path: Path): Part {
  const place = { start: 0, end: 0 };
  return (frame) => {
    let text = '';
    for (const part of parts) {
      const value = part(frame);
      if (value === undefined) return failIn(path, frame);
      const sealed = seal(value, frame, place, path.length);
      if (sealed === undefined) return failIn(path, frame);
      text += typeof sealed === 'string' ? sealed : JSON.stringify(sealed);
    }
    return text;
  };
}

/** Says in which text of the template an expression failed. */
function failIn(path: Path, frame: Frame): undefined {
  const failure = frame.takeFailure();
  if (failure === null || path.length === 0) {
    frame.failure = failure;
    return;
  }
  frame.fail(`${failure.message} (in ${path.join('.')})`, failure.place);
}

function deepFrozen(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value;
  Object.values(value).forEach(deepFrozen);
  return Object.freeze(value);
}
