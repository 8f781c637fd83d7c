/** Which of many things, numbered from 0, are marked. */
export class Marks {
  private marks = new Uint8Array(64);

  has(number: number): boolean {
    return this.marks[number] === 1;
  }

  add(number: number): void {
    if (number >= this.marks.length) {
      const grown = new Uint8Array(2 * number);
      grown.set(this.marks);
      this.marks = grown;
    }
    this.marks[number] = 1;
  }

  clear(): void {
    this.marks.fill(0);
  }
}
