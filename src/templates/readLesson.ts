import { readFileSync } from 'node:fs';
import { problemMessage } from '#engine/model/problemMessage';
import { fileURLToPath } from 'node:url';
import type { FlowDoc } from '#engine/model/FlowDoc';
import type { Settings } from '#engine/model/fields';
import { parseFlowText } from '#engine/model/parseFlow';
import { kinds } from '#kinds/index';

/** Where the documents of the templates stand. */
export const templateFolder = fileURLToPath(new URL('../../public/examples/', import.meta.url));

/** What a test changes of a template: the settings a lesson says to turn, its length, its luck. */
export interface Turned {
  readonly untilMs?: number;
  readonly seed?: number;
  /** By the id of a node. */
  readonly nodes?: Readonly<Record<string, Settings>>;
  /** By the id of a wire. */
  readonly wires?: Readonly<Record<string, Settings>>;
}

/** The document of a template, with some of it turned; tests run it. Throws when it is not accepted without a word. */
export function readLesson(id: string, turned: Turned = {}): FlowDoc {
  const { value, problems } = parse(readFileSync(`${templateFolder}${id}.flow.json`, 'utf8'), id);
  if (problems.length > 0) throw new Error(problems.map(problemMessage).join(' '));
  return {
    ...value,
    nodes: value.nodes.map((node) => withSettings(node, turned.nodes)),
    wires: value.wires.map((wire) => withSettings(wire, turned.wires)),
    untilMs: turned.untilMs ?? value.untilMs,
    seed: turned.seed ?? value.seed,
  };
}

function withSettings<T extends { readonly id: string; readonly settings: Settings }>(
  part: T,
  turned: Turned['nodes'] = {},
): T {
  return { ...part, settings: { ...part.settings, ...turned[part.id] } };
}

function parse(text: string, id: string) {
  const result = parseFlowText(text, kinds);
  if (!result.ok) throw new Error(`${id}: ${result.problems.map(problemMessage).join(' ')}`);
  return result;
}
