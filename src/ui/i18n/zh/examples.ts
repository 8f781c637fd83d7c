import type { examples as en } from '../en/examples';

/** Simplified Chinese texts of the area "examples": the compiler asks for every key of the English ones. */
export const examples: Record<keyof typeof en, string> = {
  'orderFlow.title': '订单流程',
  'orderFlow.question': '围绕一个主题总线的网店：Storefront 为什么经常被阻塞？哪些事件最终进了死信箱？',

  'blockedCaller.title': '同步总线会阻塞调用方',
  'blockedCaller.question':
    'Storefront 想每秒发布 5 个订单，实际只能发出 4.35 个。其余的去了哪里？换成异步总线会怎样？',

  'fanOut.title': '扇出',
  'fanOut.question': '三个订阅者，其中一个很慢：它的队列每秒增加 3.3 笔支付。谁会被它拖慢？',

  'howManyConsumers.title': '需要多少个消费者？',
  'howManyConsumers.question':
    '两个工作者的处理速度恰好等于订单到达速度，排队却始终无法稳定。第三个、第四个、第六个又能带来多少改善？',
};
