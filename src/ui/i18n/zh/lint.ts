import type { RemedyId } from '#engine/analysis/lint/LintRule';
import type { LintCode } from '#engine/analysis/lint/rules/index';
import type { lint as en } from '../en/lint';

/** The sentences that the engine says in English: the compiler asks for every rule and every remedy. */
type Said = Record<`rule.${LintCode}` | `remedy.${RemedyId}`, string>;

/** Simplified Chinese texts of the area "lint". */
export const lint: Record<keyof typeof en, string> & Said = {
  about: '无需运行，专家一眼就会指出的问题。补救措施会修改流程，可以撤销。',
  none: '此流程没有需要提醒的问题。',
  judging: '正在检查流程。',
  warning: '警告',
  hint: '提示',
  select: '在画布上显示',
  show: '在运行中显示',
  searching: '正在查找运行…',
  never: '在已计算的运行中没有出现。',
  badge: '关于“{name}”的警告：{n} 条',
  undo: '{what}',

  'rule.nobody-subscribed': '没有人订阅“{node}”：发布到它的一切都会被丢弃。请把它连到处理器。',
  'rule.nobody-publishes': '没有人向“{node}”发布，因此其订阅者会一直等待。请把发布者或处理器连到它。',
  'rule.unreachable-handler':
    '永远不会有事件到达“{node}”。请把它连到有人发布的总线，并让连线的模式与总线上的事件相符。',
  'rule.unwanted-type':
    '“{node}”的订阅者都不要 {types}：这些事件会被丢弃。请放宽某个模式，或不要发布到这里。',
  'rule.pattern-matches-nothing':
    '从“{from}”到“{to}”的连线的模式（{patterns}）与到达那里的任何事件都不符。请修改模式，或移除连线。',
  'rule.broken-pattern':
    '从“{from}”到“{to}”的连线有一个模式不符合总线的语法，什么也不会通过：{value}。请改正。',
  'rule.broken-expression': '“{name}”的一个表达式无法解析，用到时总会失败（{place}）。请打开其设置并改正。',
  'rule.filter-fails':
    '从“{from}”到“{to}”的连线的过滤条件对每个事件都会出错，因此什么也不会通过：{reason}。请让它与事件的数据相符。',
  'rule.one-random-number':
    '“{node}”的一个模板多次使用 random，而它们在同一个事件中都是同一个数（{place}）。请由它算出不同的值，例如 (random * 7) % 1。',
  'rule.synchronous-cycle':
    '同步调用又回到了调用者：{names}。每一个都在等下一个，没有谁会应答。请在其中两个之间放一个队列。',
  'rule.loop-gain':
    '循环 {names} 中的每个事件平均带回 {gain} 个，因此永不结束并不断增长。请让每个事件发出少于一个，或断开循环。',
  'rule.overloaded':
    '到达“{node}”的工作量是其能力的 {load} 倍，而等待没有上限：延迟会不断增长。请使用 {workers} 个工作者，或减少发布。',
  'rule.overloaded-behind-limit':
    '到达“{node}”的工作量是其能力的 {load} 倍：队列大多是满的，其余的会被阻塞、拒绝或丢失。请使用 {workers} 个工作者，或减少发布。',
  'rule.rate-limit-too-low':
    '“{node}”每秒只能开始 {limit} 个，而每秒到达 {rate} 个：等待会不断增长。请提高速率上限，或减少发布。',
  'rule.not-idempotent':
    '“{bus}”可能多次投递同一事件，而“{node}”每次都会累加或追加。请让它记住已做过的工作，或改用重复也不改变结果的写法。',
  'rule.memory-too-short':
    '“{node}”只记住已做的工作 {ms} 毫秒，而“{bus}”可能在 {again} 毫秒后再次投递。请让它记得更久。',
  'rule.order-lost':
    '有几个工作者并行处理“{bus}”派发的事件，同一键的事件会互相超越，而在“{node}”中最后一次写入有效。请按键保持顺序，或只用一个工作者。',
  'rule.lost-update':
    '“{node}”写入由先前读到的值算出的结果，而其他工作者同时也这样做：两次写入会丢失一次。请让存储自己累加，或只由一个工作者来做。',
  'rule.retry-without-pause':
    '“{node}”会立即重试，这会因同样的原因失败，并加重已有的负担。请让它每次等待更久。',
  'rule.retry-in-step': '在“{node}”一起失败的，会在同样的停顿后一起重试。请随机选取停顿，或为重试设定预算。',
  'rule.retry-without-end': '“{node}”会无休止地重试，永远不可能成功的也不会被放弃。请限制尝试次数。',
  'rule.given-up-and-lost': '“{node}”在最后一次尝试后放弃事件，而没有人保留它。请把它的死信连到死信箱。',
  'rule.capacity-deadlock':
    '环路 {names} 可能冻结：当其中每个队列都满时，每一个都在等下一个腾出空间。请让其中一个没有上限，或让它拒绝。',
  'rule.timeout-below-service':
    '“{node}”只允许一次尝试 {timeout} 毫秒，而工作需要 {service} 毫秒：没有问题也会失败。请给更多时间。',
  'rule.ack-timeout-below-service':
    '“{bus}”等待“{node}”应答 {timeout} 毫秒，而后者要工作 {service} 毫秒：事件还在处理时就会再次到来。请等待更久。',
  'rule.call-timeout-below-service':
    '“{node}”等待应答 {timeout} 毫秒，而“{server}”要工作 {service} 毫秒：没有问题调用也会失败。请等待更久。',
  'rule.protocol-unsatisfiable': '没有任何运行能满足协议“{protocol}”：无论发生什么都会违反它。请修改协议。',
  'rule.dual-write':
    '“{node}”既写入存储又发布，并可能在两者之间中断：那时就会缺少其中一个。请把两者都写入存储，再从那里发布。',
  'rule.long-call-chain':
    '经过 {names} 的调用要依次等待 {count} 个服务：它们的时间会相加，故障也会相加。请提前应答，或在中间放一个队列。',
  'rule.starvation':
    '“{bus}”总是先派发更紧急的，而消费者有 {load}% 的时间在忙：不太紧急的可能永远等待。请让等待时间也起作用。',
  'rule.hot-key':
    '“{source}”产生的事件有 {share}% 键相同，而“{bus}”每次只把一个键交给一个工作者：其余的闲着。请分散键，或换一种分配方式。',
  'rule.idle-consumers':
    '“{bus}”有 {partitions} 个分区，却有 {members} 个消费者：有的什么也得不到。请增加分区，或减少消费者。',
  'rule.unused-type': '没有人发布类型为“{type}”的事件。请让发布者或处理器产生它，或移除该类型。',
  'rule.silent-source':
    '“{node}”不会产生任何结果：它没有连到总线的连线，或没有可产生的事件类型。请补上两者。',
  'rule.starts-after-end':
    '“{node}”在 {start} 毫秒开始，而运行在 {end} 毫秒结束。请让它早些开始，或延长运行。',
  'rule.endless-run': '运行没有时长，而“{node}”永不停止：它会一直计算到上限。请给运行设定时长。',
  'rule.breaker-never-opens':
    '“{node}”的熔断器要在 {window} 次尝试中失败 {failures} 次才断开，这不可能。请观察更多次尝试。',
  'rule.expires-in-service':
    '“{bus}”中的事件在 {ttl} 毫秒后过期，而“{node}”处理一个需要 {service} 毫秒：遇到它忙的都会被丢弃。请让事件存活更久，或加快处理。',
  'rule.wire-loses-all': '从“{from}”到“{to}”的连线会丢失一切。请降低丢失率，或移除连线。',
  'rule.fault-hits-nobody': '故障“{fault}”不影响任何节点，或在运行结束后才发生。请选择其影响对象和时间。',
  'rule.ack-before-work':
    '只要“{node}”收到事件，“{bus}”就视为完成，而有一个故障会使“{node}”崩溃：它正在处理的会丢失。请在工作完成后再确认。',
  'rule.subscribes-after-end':
    '“{node}”在 {at} 毫秒订阅“{bus}”，而运行在 {end} 毫秒结束。请让它早些订阅，或延长运行。',
  'rule.door-without-bound':
    '“{bus}”容纳 {capacity} 个，满时让发布者等待，但{names}发布时不等待应答：放不下的事件会在门口无限堆积。请让它们等待，或让“{bus}”拒绝或丢弃。',

  'remedy.addWorkers': '给“{node}” {amount} 个工作者',
  'remedy.addPartitions': '给“{node}” {amount} 个分区',
  'remedy.age': '让“{node}”计入等待：每 {amount} 毫秒升一级',
  'remedy.backOff': '让“{node}”每次等待更久，从 {amount} 毫秒起',
  'remedy.drawPauses': '随机选取“{node}”的停顿',
  'remedy.emitLess': '把“{node}”发出的乘以 {amount}',
  'remedy.keepUnrouted': '在“{node}”中保留没人要的事件',
  'remedy.lengthenAckTimeout': '让“{node}”等待应答 {amount} 毫秒',
  'remedy.lengthenTimeout': '允许“{node}” {amount} 毫秒',
  'remedy.lengthenMemory': '让“{node}”记住已做的工作 {amount} 毫秒',
  'remedy.limitAttempts': '把“{node}”限制为 {amount} 次尝试',
  'remedy.orderByKey': '让“{node}”按键保持顺序',
  'remedy.startEarlier': '让“{node}”立即开始',
  'remedy.widenBreaker': '让“{node}”的熔断器观察 {amount} 次尝试',
  'remedy.workAtomically': '让存储自己累加“{node}”写入的值',
  'remedy.queueBetween': '把“{node}”改为异步',
  'remedy.acknowledgeLate': '让“{node}”等到工作完成',
  'remedy.waitForAnswers': '让“{node}”等待应答',
  'remedy.addDeadLetters': '为“{node}”添加死信箱',
  'remedy.boundRun': '在 {amount} 秒后结束运行',
  'remedy.removeWire': '移除连线 {node}',
};
