/** Chinese texts of the area "problems" that come with exploring every order. */
export const exploreProblems = {
  'explore-property': '没有名为 {value} 的性质。请从这些中选择：{options}。',
  'explore-argument': '{property} 没有参数 {value}。可用的有：{options}。',
  'explore-node': '{name} 是 {value}；请写下列节点之一：{options}。',
  'explore-type': '{name} 是 {value}；请写下列事件类型之一：{options}。',
  'explore-number': '{name} 是 {value}；请写一个整数。',
  'explore-count': 'n 是 {value}；请写不超过 {max} 的整数。',
  'explore-choice': '{name} 是 {value}；请从这些中选择：{options}。',
  'explore-pattern': '此模式的状态过多。',
  'explore-empty': '{name} 为空；请写一个关于节点状态的条件，例如 {example}。',
} as const;
