import type { Settings } from '#engine/model/fields';

/** A flow in a few words, not yet read by the importer: for tests and benchmarks of what is known beyond doubt. */
export interface World {
  readonly types: readonly string[];
  /** By id: the kind and the settings that are not usual. */
  readonly nodes: Readonly<Record<string, readonly [kind: string, settings: Settings]>>;
  /** As `from.port to.port`, with settings where they are not usual. */
  readonly wires: readonly (string | readonly [wire: string, settings: Settings])[];
}

/** The document of a small world, for the importer to read. Ports that are left out are `out` and `in`. */
export function documentOf({ types, nodes, wires }: World): Readonly<Record<string, unknown>> {
  return {
    busbar: 1,
    name: 'small world',
    eventTypes: types.map((name, index) => ({ id: name, name, shape: 'circle', colour: (index % 6) + 1 })),
    nodes: Object.entries(nodes).map(([id, [kind, settings]]) => ({
      id,
      kind,
      name: id,
      x: 0,
      y: 0,
      settings,
    })),
    wires: wires.map((given, index) => {
      const [wire, settings] = typeof given === 'string' ? [given, {}] : given;
      const [from = '', to = ''] = wire.split(' ');
      return { id: `w${index}`, from: endOf(from, 'out'), to: endOf(to, 'in'), settings };
    }),
  };
}

function endOf(text: string, usual: string): { readonly node: string; readonly port: string } {
  const [node = '', port = usual] = text.split('.');
  return { node, port };
}
