/**
 * The version of the rules by which a flow runs. Raise it with every change after which an equal document
 * may have another trace: links made before then open, and do not pretend to replay.
 */
export const semanticsVersion = 2;
