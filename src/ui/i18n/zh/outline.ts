import type { outline as en } from '../en/outline';

/** Simplified Chinese texts of the area "outline": the compiler asks for every key of the English ones. */
export const outline: Record<keyof typeof en, string> = {
  title: '大纲',
  close: '关闭大纲',
  nodes: '流程的节点',
  empty: '这里还没有内容。请添加发布者、总线和处理器。',
  sort: '添加什么',
  add: '添加',
  wiresOf: '{name} 的连线',
  membersOf: '{name} 之内',
  nameOf: '{name} 的名称',
  rename: '重命名 {name}',
  connect: '将 {name} 连接到…',
  reconnect: '将 {name} 接到别处…',
  setUp: '设置 {name}',
  up: '上移 {name}',
  down: '下移 {name}',
  remove: '删除 {name}',
  undoOrder: '调整 {name} 的次序',
};
