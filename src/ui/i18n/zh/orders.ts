/** Chinese texts of the area "orders": all orders in which a bus can pass its events on. */
export const orders = {
  about:
    '{name} 的精确自动机：无论时长和随机结果如何，它传递事件可能出现的每一种顺序。合法结束的运行就是它的词。',
  find: '找出所有顺序',
  whole: '全部找到：{states} 个状态，来自 {configurations} 种情形。',
  missing: '还缺少一些顺序。{reason}',
  tooLarge: '顺序太多，无法构成自动机：请减少每个来源的事件数。',
  nothing: '此流程没有合法结束的运行，因此没有顺序可显示。',
  changed: '流程此后已更改：请重新查找以了解其影响。',
  graphOf: '{name} 上的所有顺序',
  legend: '箭头：接下来的事件 · 双环：可以在此结束',

  protocols: '与此总线的协议比较',
  included: '{name} 允许每一种顺序。',
  excluded: '{name} 不允许：',
  unknown: '{name}：无法确定，因为缺少一些顺序或顺序太多。',
  unsound: '{name} 尚未说明可供比较的内容。',
  change: '更改的影响',
  same: '顺序与之前相同。',
  added: '现在可能而之前不可能：',
  gone: '不再可能：',
  cut: '可比较的内容多于实际比较的内容。',
  cannotReplay: '运行时无法产生此运行：该流程依赖于探索时忽略的时间。',
} as const;
