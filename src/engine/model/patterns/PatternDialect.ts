/** One way of writing patterns over subjects, such as event type names. */
export interface PatternDialect {
  readonly id: string;
  /** One English sentence on why this is no pattern of the dialect, or null when it is one. */
  problemOf(pattern: string): string | null;
  /** The group of subscribers that a pattern of the dialect names by itself, or null. Patterns of no meaning name none. */
  groupOf?(pattern: string): string | null;
  /** One English sentence on why nothing is published under this subject, or null when something may be. */
  problemOfSubject(subject: string): string | null;
  /**
   * The test whether a subject matches. A pattern that has a problem matches nothing, and so does a subject that
   * the dialect does not allow.
   */
  compile(pattern: string): (subject: string) => boolean;
}
