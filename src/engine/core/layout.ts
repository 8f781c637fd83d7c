/*
 * Where everything lies in the memory of the core, in bytes: the one page that both sides read, the core in
 * WebAssembly and the engine that fills and empties it. Names end in `At` for places in a record.
 */

/** The tables of the ziggurat: by layer how far it reaches, and the density there. */
export const reachesAt = 1024;
export const densitiesAt = 3088;
/** How many steps were made in each stretch of time. */
export const stretchesAt = 5152;
export const stretchCount = 1024;
/** From here on the engine lays out what a flow needs. */
export const firstFree = 9248;

/* A law of durations. */
export const lawAt = 0;
export const lawFirstAt = 8;
export const lawSecondAt = 16;
export const lawSize = 24;

/* A station: what the core knows of a node. */
export const kindAt = 0;
export const luckAt = 4;
export const lastStepUsAt = 24;
export const stateAt = 32;
export const lastEdgeAt = 36;
export const lastEdgeStepAt = 40;
/** How many bytes from the books to where edges are counted. */
export const takenFromAt = 44;
/** The numbers of the lifecycle's states that the rules of the kind name. */
export const namedStatesAt = 48;
/** By state and next state, in rows of 16, the edge between them. */
export const edgesAt = 64;
export const edgesRow = 16;
/** Since when it is in its state, the time spent in each, how often each edge was taken. */
export const booksAt = 320;

export const levelsAt = 1088;
export const levelSize = 32;
export const samplesAt = 1184;
export const sampleSize = 128;
export const factsAt = 1568;
export const mostFacts = 48;
/** What only stations of its kind have. */
const ownAt = 1760;
export const stationSize = 2048;

/* A sample: what every observation touches. */
export const countAt = 0;
export const sumAt = 8;
export const longestAt = 16;
export const endAt = 24;
export const beforeAt = 32;
export const histogramSize = 6912;

/* A source. */
export const sourceLawAt = ownAt + 0;
export const startUsAt = ownAt + 24;
export const stopUsAt = ownAt + 32;
export const madeAt = ownAt + 40;
export const mostMadeAt = ownAt + 44;
export const timerAt = ownAt + 48;
export const emittedAt = ownAt + 52;
export const keyChoiceAt = ownAt + 56;
export const keysAt = ownAt + 60;
export const rowCountAt = ownAt + 64;
export const rowsAt = ownAt + 68;
export const sourceRoutesAt = ownAt + 72;
/** The sum of the weights of its rows. */
export const weightAt = ownAt + 80;
/** 1 where rows come in turn: their weights are then where in the round they end. */
export const inTurnAt = ownAt + 76;
/** The share of the first key, where one is hot. */
export const hotShareAt = ownAt + 88;
/* How it chooses keys. */
export const drawsKey = 0;
export const countsKey = 1;
export const hasHotKey = 2;
/* A row of its mix. */
export const rowWeightAt = 0;
export const rowTypeAt = 8;
export const rowSize = 16;

/* A queue station, with a queue for each group. */
export const acceptedAt = ownAt + 0;
export const unroutedAt = ownAt + 4;
export const waitingAt = ownAt + 8;
export const inFlightAt = ownAt + 12;
export const groupRoutesAt = ownAt + 16;

/* A group of subscribers. */
export const laneFirstAt = 0;
export const laneLastAt = 4;
export const laneCountAt = 8;
export const highestRankAt = 12;
export const flightFirstAt = 16;
export const flightLastAt = 20;
export const nextMemberAt = 24;
export const memberCountAt = 28;
export const membersAt = 32;
export const groupAcceptedAt = 36;
export const groupDeliveredAt = 40;
export const groupSize = 48;

/* A member of a group. */
export const memberWireAt = 0;
export const roomAt = 4;
export const outstandingAt = 8;
/** By event type, whether it wants it. */
export const wantsAt = 12;
export const memberSize = 16;

/* A server. */
export const workersAt = ownAt + 0;
export const takenAt = ownAt + 4;
export const workingAt = ownAt + 8;
export const backingOffAt = ownAt + 12;
export const begunAt = ownAt + 16;
export const lastIdAt = ownAt + 20;
export const doneAt = ownAt + 24;
export const failedAt = ownAt + 28;
export const doorFirstAt = ownAt + 32;
export const doorLastAt = ownAt + 36;
export const doorCountAt = ownAt + 40;
export const workFirstAt = ownAt + 44;
export const workLastAt = ownAt + 48;
export const retriesAt = ownAt + 52;
export const failureAt = ownAt + 56;
/** By attempt that failed, from 1 to `longestGrowth`, how long the next one waits. */
export const backOffsAt = ownAt + 64;
export const longestGrowth = 41;
/** By event type, the law of its service. */
export const servicesAt = ownAt + 68;
/** The event that was given up last; its number is 0 before the first. */
export const lastFailureAt = ownAt + 72;
export const lastFailureUsAt = ownAt + 104;
export const lastFailureAttemptsAt = ownAt + 112;

/* A wire. */
export const wireToAt = 0;
export const wireFromAt = 4;
export const wireLawAt = 8;
export const sentAt = 32;
export const arrivedAt = 36;
export const lastArrivalUsAt = 40;
/** The group and the member that it leads to. */
export const wireGroupAt = 48;
export const wireMemberAt = 52;
export const wireSize = 64;

/* A job: an event on its way, the copy of it for one group, and the work on that copy. */
export const numberAt = 0;
export const typeAt = 4;
export const sourceAt = 8;
/** The key by its number, or one less than 0 by its place among events that the core did not make. */
export const keyAt = 12;
export const bornUsAt = 16;
export const queuedUsAt = 24;
export const arrivedUsAt = 32;
export const begunUsAt = 40;
export const sinceUsAt = 48;
export const untilUsAt = 56;
export const callAt = 64;
export const jobWireAt = 68;
export const rankAt = 72;
export const workIdAt = 76;
export const ordinalAt = 80;
export const workTimerAt = 84;
export const attemptAt = 88;
export const phaseAt = 92;
export const nextAt = 96;
export const previousAt = 100;
export const nextWorkAt = 104;
export const previousWorkAt = 108;
export const backOffUsAt = 112;
export const jobSize = 128;

/* A message, pending in the line of what is due or in a slot that the heap knows. */
export const sequenceAt = 0;
/** Sixteen times the node, and the code that the hash has for it. */
export const whatAt = 4;
export const messageWireAt = 8;
export const jobAt = 12;
export const causeAt = 16;
/** When it was pushed. */
export const sinceAt = 24;
export const messageSize = 32;

/* An entry of the heap. */
export const dueUsAt = 0;
export const entrySequenceAt = 8;
export const slotAt = 12;
export const entrySize = 16;
