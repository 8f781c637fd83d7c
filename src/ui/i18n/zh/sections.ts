import type { sections as en } from '../en/sections';

/** Simplified Chinese texts of the area "sections": the compiler asks for every key of the English ones. */
export const sections: Record<keyof typeof en, string> = {
  what: '事件',
  queue: '队列',
  guarantee: '投递保证',
  flow: '节奏与上限',
  work: '处理',
  failure: '失败',
  protection: '保护',
  wire: '传输',
  set: '{n} 项已设',
  'set.list': '非默认值：{labels}',
  find: '查找设置',
  'find.none': '没有名为“{query}”的设置。',
};
