/**
 * Durations that nodes observe, by number. `response`: from arrival to the end of the work; `wait`: from arrival to
 * its beginning; `service`: from there to its end.
 */
export const measure = { response: 0, wait: 1, service: 2 } as const;

export type MeasureName = keyof typeof measure;
export type Measure = (typeof measure)[MeasureName];

/**
 * Levels that are averaged over time, by number. `queue`: how many wait for their turn; `busy`: how many servers are at
 * work; `door`: how many wait outside of a queue that is full, and are not in it.
 */
export const gauge = { queue: 0, busy: 1, door: 2 } as const;

export type GaugeName = keyof typeof gauge;
export type Gauge = (typeof gauge)[GaugeName];
