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

  'overtaking.title': '乱序：后发先至',
  'overtaking.question': '队列保持顺序，三个工作者从中取事件。某次变更会不会在同一订单更晚的变更之后才写入？',

  'partition-by-key.title': '按键分区',
  'partition-by-key.question': '每个工作者一个分区，同一订单的变更就不会乱序。代价是什么？',

  'hot-key.title': '热点键',
  'hot-key.question': '一半的变更都属于同一个订单，而一个订单只属于一个分区。结果如何？增加分区有用吗？',

  'back-pressure.title': '背压的几种选择',
  'back-pressure.question':
    '每秒来 50 个，只能处理 40 个。让发布者等待、丢弃最新的、丢弃最旧的，还是任队列增长：谁会失去什么？',

  'retry-storm.title': '重试风暴',
  'retry-storm.question':
    '一个每秒能处理 100 个请求的服务，在每秒 70 个的负载下卡顿了两秒。调用方半秒超时，再重试三次。多久才能恢复正常？',

  'rate-limiter.title': '限流器',
  'rate-limiter.question':
    '50 条短信同时到来，令牌桶容量 20，每秒补充 10 个。另外 30 条会怎样？排在后面的登录验证码呢？',

  'thundering-herd.title': '惊群',
  'thundering-herd.question':
    '200 个客户端同时重连，网关每秒接受 50 个：4 秒就够了。如果大家都恰好在一秒后重试，要多久？',

  'poison-message.title': '毒消息与死信',
  'poison-message.question': '有一张发票永远发不出去，而队列先进先出。还有谁要等它？等多久？',

  'circuit-breaker.title': '熔断器',
  'circuit-breaker.question': '银行卡网络 30 秒没有响应。熔断器省下了什么，代价是什么？哪一边先恢复正常？',

  'idempotent-consumer.title': '幂等消费者',
  'idempotent-consumer.question':
    '一千笔 100 元的付款，至少投递一次，每二十个确认会丢失一个。账户里最后有多少钱？',

  'dual-write-and-outbox.title': '双写与发件箱',
  'dual-write-and-outbox.question':
    '先保存订单，再发布事件。进程恰好在两步之间崩溃的订单会怎样？一个都不丢，要付出什么代价？',

  'read-your-own-write.title': 'CQRS：读到自己刚写的内容',
  'read-your-own-write.question':
    '页面平均滞后 200 毫秒，而客户 100 毫秒后就去查看。有多少人看到的还是旧地址？',

  'event-sourcing-and-replay.title': '事件溯源与重放',
  'event-sourcing-and-replay.question':
    '新的读模型后来才加入，并从头读完整个日志。是什么让那 500 封邮件不会再发一遍？',

  'saga.title': 'Saga：17 号订单在哪里？',
  'saga.question':
    '下单、付款、预留库存、发货，失败时补偿：一种由各服务自行协作，一种由指挥者编排。要找 17 号订单，该看哪里？',

  'request-and-reply.title': '通过主题的请求与应答',
  'request-and-reply.question': '应答平均需要 300 毫秒，耐心只有一秒。有多少应答已无人等待？',

  'scatter-and-gather.title': '分发与汇总',
  'scatter-and-gather.question': '五家供应商平均 100 毫秒后应答。等齐五家要多久？只等最先的三家呢？',

  'priority-starvation.title': '低优先级饿死',
  'priority-starvation.question':
    '加急订单先处理，而工作量略多于处理能力。普通订单要等多久？老化机制又能改变什么？',

  'loop-with-gain.title': '带增益的环路',
  'loop-with-gain.question': '两个调价机器人互相盯着对方。手工改动十个价格，一分钟后会怎样？',

  'forgetful-or-durable.title': '至多一次，还是持久化',
  'forgetful-or-durable.question':
    '一个消费者宕机五秒。不保存消息的总线会丢失什么？保存一切的总线要多久才能赶上？',

  'two-services-freeze.title': '两个服务互相应答，然后卡死',
  'two-services-freeze.question':
    '双方都在等对方的队列腾出位置。几乎每次都能顺利完成：一百次运行里有几次会彻底停住？',
};
