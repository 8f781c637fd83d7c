import type { shellLater as en } from '../en/shellLater';

/** Simplified Chinese texts of the area "shell" that the first picture does without: the compiler asks for every key of the English ones. */
export const shellLater: Record<keyof typeof en, string> = {
  menu: '流程菜单',
  'menu.short': '流程',
  'menu.on': '已开启',
  'flow.about': '未选中任何内容：以下设置属于整个流程。',
  'flow.description': '说明',
  'flow.seed': '随机种子',
  'flow.dice': '换一个种子',
  'flow.length': '运行时长',
  'flow.open': '直到全部结束',
  'flow.openEnd': '一直运行到无事可做',
  'inspector.tabs': '节点视图',
  'inspector.setup': '设置',
  'inspector.automaton': '自动机',
  'inspector.metrics': '指标',
  'inspector.noSettings': '没有可设置的内容。',
};
