import { createProblem, type Path } from './createProblem';
import type { FlowDoc, FlowNode, WireEnd } from './FlowDoc';
import type { Carries, NodeKind, Port } from './NodeKind';
import type { Problem } from './Problem';
import type { ProblemCode } from './problemTexts';

/**
 * Why `from` must not be joined to `to` in this document, in a sentence that says what to do instead; null
 * when the wire is fine.
 */
export function checkWire(
  doc: Pick<FlowDoc, 'nodes' | 'wires'>,
  kinds: readonly NodeKind[],
  from: WireEnd,
  to: WireEnd,
): Problem | null {
  const rules = new WireRules(doc.nodes, kinds);
  for (const wire of doc.wires) rules.add(wire.from, wire.to);
  return rules.check(from, to);
}

/** The rules for the wires of one document, which is faster than `checkWire` for many wires. */
export class WireRules {
  readonly #nodes: ReadonlyMap<string, FlowNode>;
  readonly #kinds: ReadonlyMap<string, NodeKind>;
  readonly #joined = new Set<string>();
  readonly #counts = new Map<string, number>();

  constructor(nodes: readonly FlowNode[], kinds: readonly NodeKind[]) {
    this.#nodes = new Map(nodes.map((node) => [node.id, node]));
    this.#kinds = new Map(kinds.map((kind) => [kind.id, kind]));
  }

  /** Takes a wire into account for later checks. */
  add(from: WireEnd, to: WireEnd): void {
    this.#joined.add(pairKey(from, to));
    for (const end of [from, to]) this.#counts.set(endKey(end), this.#countOf(end) + 1);
  }

  /** What flows through the port, or null when there is no such port. */
  carriedBy(end: WireEnd): Carries | null {
    return this.#portOf(end)?.carries ?? null;
  }

  check(from: WireEnd, to: WireEnd, path: Path = []): Problem | null {
    return (
      this.#checkEnd(from, [...path, 'from']) ??
      this.#checkEnd(to, [...path, 'to']) ??
      this.#checkFit(from, to, path) ??
      this.#checkRoom(from, to, path)
    );
  }

  #checkEnd(end: WireEnd, path: Path): Problem | null {
    const node = this.#nodes.get(end.node);
    if (node === undefined)
      return createProblem('unknown-node', [...path, 'node'], { value: `"${end.node}"` });
    if (this.#portOf(end) !== undefined) return null;
    const ports = this.#kinds.get(node.kind)?.ports ?? [];
    const options = ports.length === 0 ? '–' : ports.map(({ id }) => id).join(', ');
    return createProblem('unknown-port', [...path, 'port'], { node: node.name, port: end.port, options });
  }

  #checkFit(from: WireEnd, to: WireEnd, path: Path): Problem | null {
    const [exit, entrance] = [this.#portOf(from), this.#portOf(to)];
    if (exit === undefined || entrance === undefined) return null;
    const code = misfit(exit, entrance) ?? (from.node === to.node ? 'wire-to-itself' : null);
    return code === null ? null : createProblem(code, path, this.#names(from, to));
  }

  #checkRoom(from: WireEnd, to: WireEnd, path: Path): Problem | null {
    if (this.#joined.has(pairKey(from, to))) {
      return createProblem('wire-duplicate', path, this.#names(from, to));
    }
    const full = [from, to].find((end) => this.#countOf(end) >= (this.#portOf(end)?.maxWires ?? Infinity));
    if (full === undefined) return null;
    const node = this.#nodes.get(full.node)?.name ?? full.node;
    const max = this.#portOf(full)?.maxWires ?? 0;
    return createProblem('wire-port-full', path, { port: full.port, node, max });
  }

  #portOf(end: WireEnd): Port | undefined {
    const kind = this.#kinds.get(this.#nodes.get(end.node)?.kind ?? '');
    return kind?.ports.find((port) => port.id === end.port);
  }

  #countOf(end: WireEnd): number {
    return this.#counts.get(endKey(end)) ?? 0;
  }

  #names(from: WireEnd, to: WireEnd): Problem['values'] {
    const nameOf = ({ node }: WireEnd) => this.#nodes.get(node)?.name ?? node;
    return { from: nameOf(from), to: nameOf(to) };
  }
}

function misfit(exit: Port, entrance: Port): ProblemCode | null {
  if (exit.direction === entrance.direction) return 'wire-same-direction';
  if (exit.direction === 'in') return 'wire-backwards';
  if (exit.carries === entrance.carries) return null;
  if (exit.carries === 'access' || entrance.carries === 'access') return 'wire-needs-store';
  return exit.carries === 'event' ? 'wire-needs-bus' : 'wire-needs-handler';
}

// Ids of nodes and ports hold no spaces.
const endKey = (end: WireEnd) => `${end.node} ${end.port}`;
const pairKey = (from: WireEnd, to: WireEnd) => `${endKey(from)} ${endKey(to)}`;
