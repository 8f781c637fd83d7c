/** xoshiro128** with 53 random bits, as the engine has it, in the fewest instructions: for the references. */
export class Uniform {
  private s0: number;
  private s1 = 0x9e3779b9 | 0;
  private s2 = 0x243f6a88;
  private s3 = 0xb7e15162 | 0;

  constructor(seed: number) {
    this.s0 = seed | 0;
  }

  /** A number in [0, 1). */
  next(): number {
    return ((this.word() >>> 5) * 67_108_864 + (this.word() >>> 6)) * 2 ** -53;
  }

  exponential(mean: number): number {
    return -mean * Math.log(1 - this.next());
  }

  private word(): number {
    let scrambled = Math.imul(this.s1, 5);
    scrambled = Math.imul((scrambled << 7) | (scrambled >>> 25), 9);
    const shifted = this.s1 << 9;
    this.s2 ^= this.s0;
    this.s3 ^= this.s1;
    this.s1 ^= this.s2;
    this.s0 ^= this.s3;
    this.s2 ^= shifted;
    this.s3 = (this.s3 << 11) | (this.s3 >>> 21);
    return scrambled;
  }
}
