/** The parts of a flow that stand behind all others in a link, each only where there is something in it. Append only. */
export const flowSections = ['faults', 'protocols', 'interventionNames', 'branches'] as const;
