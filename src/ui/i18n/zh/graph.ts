import type { graph as en } from '../en/graph';

/** Simplified Chinese texts of the area "graph": the compiler asks for every key of the English ones. */
export const graph: Record<keyof typeof en, string> = {
  role: '自动机图',
  name: '{name}，{n} 个状态。用方向键浏览。',
  legend: '实心：当前 · 双环：接受状态 · 粗线：上一次',
  drawing: '正在绘制……',
  failed: '无法计算图形布局。表格中有全部内容。',
  tooLarge: '{n} 个状态太多，无法绘制。表格中有全部内容。',
  zoomIn: '放大图形',
  zoomOut: '缩小图形',
  fit: '显示全部',
  enlarge: '大图显示',
  asTable: '以表格显示',
  'table.state': '状态',
  'table.ways': '出边',

  unnamed: '未命名',
  noLabel: '无标签',
  isNow: '当前',
  isInitial: '初始',
  isAccepting: '接受',
  isInside: '位于“{name}”内',
  'form.parallel': '并行',
  'form.final': '终止',
  'form.history': '历史',
  'form.deepHistory': '深历史',
  'form.frame': '内部任意状态',

  'said.state': '状态“{name}”',
  'said.way': '{label} 到“{to}”',
  'said.ways': '{n} 条出边：{ways}',
  'said.noWay': '没有出边',
  'said.tokens': '当前在此：{keys}',
  'said.arrow': '转移 {label}，从“{from}”到“{to}”',
  'said.last': '上一次发生的转移',
  'said.lit': '已突出显示',
};
