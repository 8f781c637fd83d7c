import type { examples as en } from '../en/examples';

/** Simplified Chinese texts of the area "examples": the compiler asks for every key of the English ones. */
export const examples: Record<keyof typeof en, string> = {
  'order-flow.title': '订单流程',
  'order-flow.question': '围绕一个主题总线的网店：Storefront 为什么经常被阻塞？哪些事件最终进了死信箱？',

  'blocked-caller.title': '同步总线会阻塞调用方',
  'blocked-caller.question':
    'Storefront 想每秒发布 5 个订单，每个处理器单独看都够快。实际能发出多少？其余的去了哪里？',

  'fan-out.title': '扇出',
  'fan-out.question': '一个主题，三个订阅者，其中一个太慢。谁会被它拖慢？',

  'how-many-consumers.title': '需要多少个消费者？',
  'how-many-consumers.question':
    '两个工作者的处理速度恰好等于订单到达速度。这样够吗？第三个、第四个、第六个又能带来多少改善？',

  'head-of-line.title': '队头阻塞',
  'head-of-line.question':
    '每 25 份文档里有一份要花一秒，其余只要 20 毫秒。快的要等多久？给慢的单独一个队列会怎样？',

  'overtaking.title': '超车',
  'overtaking.question': '队列保持顺序，三个工作者从中取事件。某次变更会不会在同一订单更晚的变更之后才写入？',

  'partition-by-key.title': '按键分区',
  'partition-by-key.question': '每个工作者一个分区，同一订单的变更就不会乱序。代价是什么？',

  'hot-key.title': '热点键',
  'hot-key.question': '一半的变更都属于同一个订单，而一个订单只属于一个分区。结果如何？增加分区有用吗？',

  'back-pressure.title': '背压的几种选择',
  'back-pressure.question':
    '每秒来 50 个，只能处理 40 个。让发布者等待、丢弃最新的、丢弃最旧的，还是任队列增长：谁会失去什么？',
};
