import type { StopRule } from '#engine/runtime/stops/StopRule';
import { doesRun } from '#ui/store/doesRun';
import { isSameRule, useStops, type Breakpoint } from '#ui/store/stopStore';
import type { Command } from './Command';
import { say } from './say';
import { onlyNode, onlyWire } from './selected';

/** Stops the run wherever an event arrives at, or leaves, the selected node, or arrives over the selected wire; or no more. */
export const toggleBreakpoint: Command = {
  id: 'toggleBreakpoint',
  label: 'editor.cmd.toggleBreakpoint',
  group: 'run',
  words: 'editor.words.breakpoint',
  shortcuts: ['Ctrl+B'],
  menus: ['node', 'wire'],
  isOn: () => known() !== null,
  isEnabled: () => ruleOfSelection() !== null,
  perform() {
    const rule = ruleOfSelection();
    const breakpoint = known();
    if (rule === null) return;
    if (breakpoint === null) useStops.getState().add(rule);
    else useStops.getState().remove(breakpoint.id);
    const name = onlyNode()?.name ?? '';
    const end = breakpoint === null ? 'set' : 'removed';
    if (rule.on === 'wire') say(`stops.${end}OnWire`);
    else say(`stops.${end}OnNode`, { name });
  },
};

/** What is stopped at where the selected part has a breakpoint; null for what nothing reaches. */
export function ruleOfSelection(): StopRule | null {
  const node = onlyNode();
  if (node !== null) return doesRun(node.kind) ? { on: 'node', node: node.id } : null;
  const wire = onlyWire();
  return wire === null ? null : { on: 'wire', wire: wire.id };
}

function known(): Breakpoint | null {
  const rule = ruleOfSelection();
  if (rule === null) return null;
  return useStops.getState().breakpoints.find((one) => isSameRule(one.rule, rule)) ?? null;
}
