import type { Intervention, InterventionAction } from '#engine/model/FlowDoc';
import { expandIntervention } from '#engine/runtime/expandIntervention';
import { kindById } from '#kinds/index';
import { useDocument, type FlowDraft } from './documentStore';
import type { Player } from './Player';
import type { Playhead } from './runData';

const labels = {
  publish: 'player.undoPublish',
  pause: 'player.undoPause',
  resume: 'player.undoResume',
  crash: 'player.undoCrash',
  revive: 'player.undoRevive',
  drop: 'player.undoDrop',
  duplicate: 'player.undoDuplicate',
  pick: 'player.undoPick',
  fault: 'player.undoFault',
  advance: 'player.undoAdvance',
} as const;

/**
 * Adds what a person does at the playhead to the document. What happened before stays as it was, so the new
 * run goes on from the very same step; a run that is paused is shown right after what was done.
 */
export function intervene(action: InterventionAction, playhead: Playhead, player: Player | null): void {
  const { doc, edit } = useDocument.getState();
  const intervention: Intervention = {
    id: freeId(doc.interventions),
    atUs: Math.floor(playhead.timeUs),
    afterStep: playhead.step,
    action,
  };
  edit(labels[action.do], { node: 'node' in action ? nameOf(action.node) : '' }, (draft) =>
    insertInOrder(draft, intervention),
  );
  const { doc: changed } = useDocument.getState();
  // Each of them is a step of its own (of a group, one for each node in it), and all come before anything else.
  const done = changed.interventions
    .filter(({ atUs, afterStep }) => atUs === intervention.atUs && afterStep === intervention.afterStep)
    .flatMap((one) => expandIntervention(one, changed, kindById)).length;
  player?.load(changed, 'sameStep', () => player.showNext(done));
}

/** Puts an intervention where its time has it; of equal ones the new one comes last. */
export function insertInOrder(draft: FlowDraft, intervention: Intervention): void {
  const later = draft.interventions.findIndex((other) => isLater(other, intervention));
  const at = later === -1 ? draft.interventions.length : later;
  // A draft of a list takes plain values; its items only read as writable.
  draft.interventions.splice(at, 0, structuredClone(intervention) as (typeof draft.interventions)[number]);
}

/** Gives the run another seed: a whole number from 0 to 2^32 - 1. */
export function setSeed(seed: number): void {
  useDocument.getState().edit('player.undoSeed', { seed }, (draft) => {
    draft.seed = seed >>> 0;
  });
}

function isLater(other: Intervention, than: Intervention): boolean {
  return other.atUs > than.atUs || (other.atUs === than.atUs && other.afterStep > than.afterStep);
}

function freeId(interventions: readonly Intervention[]): string {
  const taken = new Set(interventions.map(({ id }) => id));
  let number = interventions.length + 1;
  while (taken.has(`i${number}`)) number += 1;
  return `i${number}`;
}

function nameOf(node: string): string {
  return useDocument.getState().doc.nodes.find(({ id }) => id === node)?.name ?? node;
}
