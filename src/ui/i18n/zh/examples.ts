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
};
