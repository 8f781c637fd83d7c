/** The trace hash, as `TraceHash` has it. */
export let low: i32 = 0;
export let high: i32 = 0;
export let hashed: i32 = 0;

/** Adds what a step is; `timeHigh` is the upper word of its time times 8192. */
export function addStep(timeLow: i32, timeHigh: i32, what: i32, wire: i32, event: i32): void {
  const first = timeLow ^ (what * 0x9e3779b1);
  const second = ((timeHigh + wire) * 0x85ebca6b) ^ event;
  let one = low ^ (rotl<i32>(first * 0x239b961b, 15) * 0xab0e9789);
  one = (rotl<i32>(one, 19) + high) * 5 + 0x561ccd1b;
  let other = high ^ (rotl<i32>(second * 0xab0e9789, 16) * 0x38b34ae5);
  other = (rotl<i32>(other, 17) + one) * 5 + 0x0bcaa747;
  low = one;
  high = other;
  hashed++;
}

export function addCode(code: i32): void {
  low = rotl<i32>(low ^ code, 13) * 0x9e3779b1;
}
