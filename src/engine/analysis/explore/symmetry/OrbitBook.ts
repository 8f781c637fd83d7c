import type { MessageShape, NodeShape } from '../Shapes';
import type { Mirror } from './Mirror';

/** Numbers for shapes, the same for all that stand for each other. */
export class OrbitBook {
  private readonly nodes = new Map<NodeShape, number>();
  private readonly messages = new Map<MessageShape, number>();
  private next = 1;

  /** 0 for a shape that was not noted. */
  nodeNumber(shape: NodeShape): number {
    return this.nodes.get(shape) ?? 0;
  }

  messageNumber(shape: MessageShape): number {
    return this.messages.get(shape) ?? 0;
  }

  /** Gives a number to a shape, and the same to whatever stands for it. */
  noteNode(shape: NodeShape, mirrors: readonly Mirror[]): void {
    this.note(shape, this.nodes, (one) => mirrors.map((mirror) => mirror.node(one)?.to));
  }

  noteMessage(shape: MessageShape, mirrors: readonly Mirror[]): void {
    this.note(shape, this.messages, (one) => mirrors.map((mirror) => mirror.message(one)?.to));
  }

  private note<Shape>(
    shape: Shape,
    numbers: Map<Shape, number>,
    imagesOf: (one: Shape) => readonly (Shape | undefined)[],
  ): void {
    const number = numbers.get(shape) ?? this.next++;
    const found = [shape];
    numbers.set(shape, number);
    // The list grows while it is read.
    for (const one of found) {
      for (const image of imagesOf(one)) {
        if (image === undefined || numbers.get(image) === number) continue;
        numbers.set(image, number);
        found.push(image);
      }
    }
  }
}
