import type { editor as en } from '../en/editor';

/** Simplified Chinese texts of the area "editor": the compiler asks for every key of the English ones. */
export const editor: Record<keyof typeof en, string> = {
  unnamedItem: '节点',

  'palette.title': '添加到流程',
  'palette.hint': '{name}：拖到画布上，或先点击它再点击画布。按 Enter 键添加到画布中央。',
  'palette.armed': '点按画布，放置“{name}”。',
  'key.space': '空格',
  'palette.armedClick': '点击画布，放置“{name}”。',
};
