import type { editor as en } from '../en/editor';

/** Simplified Chinese texts of the area "editor": the compiler asks for every key of the English ones. */
export const editor: Record<keyof typeof en, string> = {
  'edit.add': '添加{name}',
  'edit.move': '移动 {n} 个节点',
  'edit.moveOne': '移动{name}',
  'edit.rename': '重命名{name}',
  'edit.connect': '将{from}连接到{to}',
  'edit.reconnect': '将{from}改接到{to}',
  'edit.delete': '删除 {n} 项',
  'edit.deleteOne': '删除{name}',
  'edit.deleteWire': '删除连线',
  'edit.deleteReconnect': '删除并重新连接',
  'edit.cut': '剪切 {n} 个节点',
  'edit.paste': '粘贴 {n} 个节点',
  'edit.duplicate': '复制 {n} 个节点',
  'edit.align': '对齐 {n} 个节点',
  'edit.distribute': '均匀分布 {n} 个节点',
  'edit.layout': '自动排列流程',
  'edit.group': '将 {n} 个节点编组',
  'edit.ungroup': '取消编组',
  'edit.clear': '清空画布',
};
