import type { NodeKind, Port } from '#engine/model/NodeKind';

/** Every way to join a node of one kind to a node of another, in the order of their ports. */
export function portPairs(
  from: string | undefined,
  to: string | undefined,
  kinds: readonly NodeKind[],
): readonly { readonly from: Port; readonly to: Port }[] {
  const portsOf = (id: string | undefined, direction: Port['direction']) =>
    (kinds.find((kind) => kind.id === id)?.ports ?? []).filter((port) => port.direction === direction);
  const entrances = portsOf(to, 'in');
  return portsOf(from, 'out').flatMap((exit) =>
    entrances
      .filter((entrance) => entrance.carries === exit.carries)
      .map((entrance) => ({ from: exit, to: entrance })),
  );
}
