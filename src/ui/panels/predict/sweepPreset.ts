import { serversOf } from '#engine/analysis/predict/changeServers';
import type { Parameter } from '#engine/analysis/predict/parameters';
import type { Prediction } from '#engine/analysis/predict/Prediction';
import type { FlowDoc } from '#engine/model/FlowDoc';
import { judgedKinds } from '#kinds/judgedKinds';

/** Which of the numbers of a node is turned as long as nobody chose one: how many servers it has, else its first. */
export function usualParameter(doc: FlowDoc, parameters: readonly Parameter[]): Parameter | undefined {
  const servers = serversOf(doc, judgedKinds, parameters[0]?.node ?? '');
  const fields = servers === null ? [] : Object.keys(servers.settings(servers.count));
  return parameters.find(({ field }) => fields.includes(field)) ?? parameters[0];
}

/** Where to look while a number of a node is turned: at the line before it, which tells most of it. */
export function usualPlace(prediction: Prediction | null, node: string): string {
  const station = prediction?.stations.find(({ nodes }) => nodes.includes(node));
  return station?.waitsAt[0] ?? node;
}
