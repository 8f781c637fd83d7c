import { isWithin, stateAt, type ChartTables, type EntrySet, type TransitionTable } from './ChartTables';
import type { StatechartSnapshot } from './StatechartSnapshot';
import { domainOf, targetsOf } from './transitionDomain';

type History = StatechartSnapshot['history'];

/** What a transition enters when it is taken alone, if that is always the same; null when history decides. */
export function fixedEntry(transition: TransitionTable, tables: ChartTables): EntrySet | null {
  if (transition.entry !== null) return transition.entry;
  const collector = new EntryCollector(tables, {});
  collector.add(transition, domainOf(transition, tables, {}));
  return collector.asksHistory ? null : collector.result;
}

/**
 * What several transitions enter together: the states of `computeEntrySet` of SCXML, with the exceptions that XState
 * makes for transitions that do not leave their own state. `domains` are those of the transitions before anything was
 * left, since history states may remember something else by now.
 */
export function entrySet(
  transitions: readonly TransitionTable[],
  domains: readonly number[],
  tables: ChartTables,
  history: History,
): EntrySet {
  const [only] = transitions;
  if (only !== undefined && transitions.length === 1 && only.entry !== null) return only.entry;
  const collector = new EntryCollector(tables, history);
  for (const [index, transition] of transitions.entries()) collector.add(transition, domains[index] ?? -1);
  return collector.result;
}

/** The domains of transitions, where something depends on them that is not decided. */
export function domainsOf(
  transitions: readonly TransitionTable[],
  tables: ChartTables,
  history: History,
): readonly number[] {
  const isDecided = transitions.length === 1 && transitions[0]?.entry !== null;
  return isDecided ? [] : transitions.map((transition) => domainOf(transition, tables, history));
}

class EntryCollector {
  asksHistory = false;
  readonly #enter = new Set<number>();
  readonly #byDefault = new Set<number>();
  readonly #tables: ChartTables;
  readonly #history: History;

  constructor(tables: ChartTables, history: History) {
    this.#tables = tables;
    this.#history = history;
  }

  get result(): EntrySet {
    return { enter: [...this.#enter].toSorted((a, b) => a - b), byDefault: this.#byDefault };
  }

  add(transition: TransitionTable, domain: number): void {
    const { source, targets, reenter } = transition;
    if (targets === null) return;
    for (const target of targets) {
      const isHistory = this.#state(target).type === 'history';
      if (!isHistory && (source !== target || source !== domain || reenter)) {
        this.#enter.add(target);
        this.#byDefault.add(target);
      }
      this.#addDescendants(target);
    }
    for (const target of targetsOf(targets, this.#tables, this.#history)) {
      const ancestors = this.#ancestors(target, domain);
      if (domain >= 0 && this.#state(domain).type === 'parallel') ancestors.push(domain);
      this.#addAncestors(ancestors, source === 0 && reenter ? -1 : domain);
    }
  }

  #addDescendants(index: number): void {
    const state = this.#state(index);
    if (state.type === 'history') this.#addHistory(index);
    else if (state.type === 'compound') {
      this.#enter.add(state.initial);
      this.#byDefault.add(state.initial);
      this.#addDescendants(state.initial);
      this.#addAncestors(this.#ancestors(state.initial, index), -1);
    } else if (state.type === 'parallel') {
      for (const child of state.children) {
        if (this.#entersInside(child)) continue;
        this.#enter.add(child);
        this.#byDefault.add(child);
        this.#addDescendants(child);
      }
    }
  }

  #addHistory(index: number): void {
    this.asksHistory = true;
    const state = this.#state(index);
    const remembered = this.#history[String(index)];
    const states = remembered ?? state.defaults;
    for (const one of states) {
      this.#enter.add(one);
      if (remembered === undefined && state.isParentsInitial) this.#byDefault.add(state.parent);
      this.#addDescendants(one);
    }
    for (const one of states) this.#addAncestors(this.#ancestors(one, state.parent), -1);
  }

  #addAncestors(ancestors: readonly number[], domain: number): void {
    for (const index of ancestors) {
      if (isWithin(this.#tables, index, domain)) this.#enter.add(index);
      const state = this.#state(index);
      if (state.type !== 'parallel') continue;
      for (const child of state.children) {
        if (this.#entersInside(child)) continue;
        this.#enter.add(child);
        this.#addDescendants(child);
      }
    }
  }

  /** Whether something inside a region is entered already. */
  #entersInside(region: number): boolean {
    for (const index of this.#enter) if (isWithin(this.#tables, index, region)) return true;
    return false;
  }

  /** The states around one, from the inside out, up to another that is not among them. */
  #ancestors(index: number, upTo: number): number[] {
    const ancestors: number[] = [];
    if (index === upTo) return ancestors;
    let at = this.#state(index).parent;
    while (at >= 0 && at !== upTo) {
      ancestors.push(at);
      at = this.#state(at).parent;
    }
    return ancestors;
  }

  #state(index: number) {
    return stateAt(this.#tables, index);
  }
}
