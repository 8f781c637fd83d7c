import type { FlowNode } from '#engine/model/FlowDoc';
import type { NodeFrame } from '#engine/runtime/Trace';
import { hasText } from '#ui/i18n/catalogue';
import type { Translate } from '#ui/i18n/useText';
import type { Monitors } from '#ui/look/FaceProps';
import { formatCount, formatDuration, type FormatLanguage } from '#ui/look/format';
import { faceOf } from './faceOf';

/** The name of a node for who cannot see it: `Handler Reserve stock, busy, 2 of 3, p95 71 ms`. */
export function nodeLabel(
  node: FlowNode,
  frame: NodeFrame | null,
  t: Translate,
  language: FormatLanguage,
): string {
  const face = faceOf(node);
  const kindKey = `kinds.${face?.presetOf(node.settings) ?? node.kind}`;
  const kind = hasText(kindKey) ? t(kindKey) : node.kind;
  const name = t('canvas.nodeName', { kind, name: node.name });
  if (frame === null || frame.view === null) return name;
  const parts = [name, stateWord(frame, t)];
  const figure = face?.figure(node.settings, frame.view) ?? null;
  if (figure !== null) {
    const used = formatCount(figure.used, language);
    parts.push(
      figure.total === null
        ? t('canvas.nodeCount', { used })
        : t('canvas.nodeBusy', { used, total: formatCount(figure.total, language) }),
    );
  }
  if (frame.p95Us !== null) parts.push(t('canvas.p95', { time: formatDuration(frame.p95Us, language) }));
  const monitors = face?.monitors?.(frame.view) ?? null;
  if (monitors !== null) parts.push(...keptParts(monitors, t, language));
  return parts.join(t('canvas.comma'));
}

function keptParts(monitors: Monitors, t: Translate, language: FormatLanguage) {
  const kept = monitors.protocols.reduce((sum, { keptOut }) => sum + keptOut, 0);
  return [
    ...(monitors.parked.count > 0
      ? [t('canvas.parked', { n: formatCount(monitors.parked.count, language) })]
      : []),
    ...(kept > 0 ? [t('canvas.keptOut', { n: formatCount(kept, language) })] : []),
  ];
}

/** The lifecycle state in the language of the page. */
export function stateWord(frame: NodeFrame | null, t: Translate): string {
  if (frame === null) return '';
  const key = `kinds.state.${frame.lifecycle}`;
  return hasText(key) ? t(key) : frame.lifecycle;
}
