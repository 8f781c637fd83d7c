/**
 * The core of plain flows, compiled to WebAssembly, as base64 text. Building puts it here (`.ci/assembleCore.mjs`); where
 * nobody did, there is no core, and everything is run the ordinary way.
 */
export const coreBytes: string = '';
