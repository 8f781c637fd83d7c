import { useText } from '#ui/i18n/useText';
import { hasText } from '#ui/i18n/catalogue';
import type { FlowDoc, FlowNode, WireEnd } from '#engine/model/FlowDoc';
import { faces } from '#kinds/faces';
import { connectEnds, reconnectWire } from '#ui/commands/connectEnds';
import { boxOf } from '#ui/store/boxes';
import { useDocument } from '#ui/store/documentStore';
import { useView, type ConnectChooser as Chooser } from '#ui/store/viewStore';
import { linksFrom, linksInsteadOf, type Link } from '#ui/store/wiring';
import { FloatingPanel } from './FloatingPanel';
import floating from './floating.module.css';
import { PickList, type Choice } from './PickList';

/** The list of what a node can be wired to, or a wire moved to: the keyboard's way to connect. */
export function ConnectChooser() {
  const chooser = useView((view) => view.connectChooser);
  const doc = useDocument((state) => state.doc);
  if (chooser === null) return null;
  const subject = subjectOf(doc, chooser);
  return subject === null ? null : <ChooserOf key={subject.id} doc={doc} subject={subject} />;
}

interface Subject {
  readonly id: string;
  /** The node beside which the list opens. */
  readonly node: FlowNode;
  /** Null when a new wire is to be made. */
  readonly wire: string | null;
  readonly links: readonly Link[];
}

function subjectOf(doc: FlowDoc, chooser: Chooser): Subject | null {
  if ('wire' in chooser) {
    const wire = doc.wires.find((one) => one.id === chooser.wire);
    const node = doc.nodes.find((one) => one.id === wire?.from.node);
    if (wire === undefined || node === undefined) return null;
    return { id: wire.id, node, wire: wire.id, links: linksInsteadOf(doc, wire) };
  }
  const node = doc.nodes.find((one) => one.id === chooser.node);
  return node === undefined ? null : { id: node.id, node, wire: null, links: linksFrom(doc, node) };
}

function ChooserOf({ doc, subject }: { readonly doc: FlowDoc; readonly subject: Subject }) {
  const t = useText();
  const canvasApi = useView((view) => view.canvasApi);
  const open = useView((view) => view.openConnectChooser);
  const select = useView((view) => view.select);
  const { node, wire, links } = subject;
  const close = () => open(null);
  const nodeAt = (end: WireEnd) => doc.nodes.find((one) => one.id === end.node);
  const portName = (end: WireEnd) => {
    const key = `kinds.port.${nodeAt(end)?.kind ?? ''}.${end.port}`;
    return hasText(key) ? t(key) : end.port;
  };
  const choiceOf = (link: Link, index: number): Choice => {
    const far = wire === null && link.to.node === node.id ? link.from : link.to;
    const other = nodeAt(far);
    const Icon = faces[other?.kind ?? '']?.Icon;
    const ends = { from: nodeAt(link.from)?.name ?? '', to: nodeAt(link.to)?.name ?? '' };
    const ports = { fromPort: portName(link.from), toPort: portName(link.to) };
    return {
      id: String(index),
      label: wire === null ? (other?.name ?? '') : t('editor.chooser.link', { ...ends, ...ports }),
      icon: Icon === undefined ? undefined : <Icon settings={other?.settings ?? {}} size={26} />,
      ...(wire === null ? { chapter: portName(far === link.to ? link.from : link.to) } : {}),
    };
  };
  const pick = (id: string) => {
    const link = links[Number(id)];
    close();
    if (link === undefined) return;
    if (wire === null) connectEnds(link.from, link.to);
    else reconnectWire(wire, link.from, link.to);
    // The node stays selected, so that one key after the other wires it to several.
    if (wire === null) select({ nodes: [node.id] });
  };
  const box = boxOf(node);
  const corner = { x: box.x + box.width + 12, y: box.y };
  const title =
    wire === null ? t('editor.chooser.connect', { name: node.name }) : t('editor.chooser.reconnect');
  return (
    <FloatingPanel label={title} at={canvasApi?.toScreen(corner) ?? { x: 80, y: 80 }} onClose={close}>
      <p className={floating['title']}>{title}</p>
      <PickList
        label={t('editor.chooser.search')}
        choices={links.map(choiceOf)}
        none={(query) =>
          links.length === 0 ? t('editor.chooser.none') : t('editor.chooser.noMatch', { query })
        }
        onPick={pick}
      />
    </FloatingPanel>
  );
}
