/** How large a document may be. Beyond these a problem is reported; nothing is cut off in silence. */
export const limits = {
  nodes: 2_000,
  wires: 5_000,
  eventTypes: 200,
  interventions: 10_000,
  faults: 500,
  protocols: 200,
  /** Runs that are kept beside the one that is open. */
  branches: 24,
  /** Characters (Unicode code points) of the name of a flow, node or event type. */
  nameLength: 80,
  descriptionLength: 4_000,
  /** Characters of a key that an intervention publishes with, and of a key in a recorded log. */
  keyLength: 80,
  /** Characters of the JSON text of the data that an intervention publishes. */
  dataLength: 4_000,
  /** Characters of the key of a pending step in an intervention. */
  stepKeyLength: 200,
  /** Outcomes of chance that a pick prescribes, and the number of one. */
  outcomes: 1_000,
  /** Pixels from the origin, in each direction. */
  position: 1e6,
  size: { min: 20, max: 20_000 },
  /** Events of one recorded log, and milliseconds from its first to its last: some 285 years. */
  recordedEvents: 50_000,
  recordedMs: 9e12,
  /** Entries of all lists in the settings of all nodes and wires together. */
  items: 250_000,
  /** Levels of lists and objects inside JSON data. */
  depth: 32,
  /** Levels of lists and objects in a whole document or line of a log. */
  textDepth: 64,
  /** Milliseconds: some 31 years, so that microseconds stay exact. */
  untilMs: 366 * 24 * 3_600_000,
  timeUs: Number.MAX_SAFE_INTEGER,
  /** Characters of a flow file; one with recorded logs is the largest. */
  fileLength: 16 * 1024 * 1024,
  /** Characters of a recorded log. */
  logLength: 64 * 1024 * 1024,
  /** Characters of a link, after the `#`. */
  linkLength: 32 * 1024,
  /** Bytes that a link may unpack to. */
  linkUnpacked: 4 * 1024 * 1024,
  /** Problems that one import lists before it only counts. */
  problems: 100,
} as const;
