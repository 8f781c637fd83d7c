import { late } from '#ui/look/late';
import type { AutomatonView } from './AutomatonView';

/** The protocols attached to a node, with a token for each key. */
export const protocol: AutomatonView = {
  id: 'protocol',
  title: 'protocol.view',
  appliesTo: ({ id }, { protocols }) => protocols.some(({ settings }) => settings['bus'] === id),
  Body: late(async () => (await import('../../protocol/ProtocolView')).ProtocolView),
};
