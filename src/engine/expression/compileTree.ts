import { forbiddenKeys } from '#engine/model/readValue';
import type { Json } from '#engine/model/Json';
import { compileAccess, compileName } from './compileAccess';
import { compileCall } from './compileCall';
import { compileAnd, compileChoice, compileNot, compileOr } from './compileLogic';
import { compileBinary, compileMinus } from './compileOperator';
import type { Compiler } from './Compiler';
import { describe } from './describe';
import type { Part } from './Frame';
import type { Tree } from './parseExpression';

/** The part that a tree stands for. */
export function compileTree(tree: Tree, compiler: Compiler): Part {
  switch (tree.op) {
    case 'value':
      return compileLiteral(tree, compiler);
    case 'id':
      return compileName(tree.args, tree, compiler);
    case '.':
    case '[]':
      return compileAccess(tree, compiler);
    case 'call':
    case 'rcall':
      return compileCall(tree, compiler);
    case 'list':
      return compileList(compiler.parts(tree.args));
    case 'map':
      return compileObject(tree, compiler);
    case '?:':
      return compileChoice(tree, compiler);
    case '||':
      return compileOr(tree, compiler);
    case '&&':
      return compileAnd(tree, compiler);
    case '!_':
      return compileNot(tree.args, compiler);
    case '-_':
      return compileMinus(tree, compiler);
    case '.?':
    case '[?]':
      return compiler.refuse('expression-unexpected', tree, { found: '?' });
    default:
      return compileBinary(tree, compiler);
  }
}

function compileLiteral(tree: Extract<Tree, { op: 'value' }>, compiler: Compiler): Part {
  const { args } = tree;
  // JSON knows one sort of number: whole numbers of the grammar become ordinary ones.
  const value = typeof args === 'bigint' ? Number(args) : args;
  if (typeof value === 'object' && value !== null) {
    return compiler.refuse('expression-unexpected', tree, { found: compiler.name(tree) });
  }
  return () => value;
}

function compileList(parts: readonly Part[]): Part {
  return (frame) => {
    const list: Json[] = [];
    for (const part of parts) {
      const item = part(frame);
      if (item === undefined) return undefined;
      list.push(item);
    }
    return list;
  };
}

function compileObject(tree: Extract<Tree, { op: 'map' }>, compiler: Compiler): Part {
  const entries = tree.args.map(([key, value]) => ({
    key: compiler.part(key),
    value: compiler.part(value),
    place: key,
  }));
  return (frame) => {
    const object: Record<string, Json> = {};
    for (const entry of entries) {
      const key = entry.key(frame);
      const value = key === undefined ? undefined : entry.value(frame);
      if (key === undefined || value === undefined) return undefined;
      if (typeof key !== 'string')
        return frame.fail(`a key must be a text, not ${describe(key)}`, entry.place);
      if (forbiddenKeys.has(key)) return frame.fail(`"${key}" is not allowed as a key`, entry.place);
      object[key] = value;
    }
    return object;
  };
}
