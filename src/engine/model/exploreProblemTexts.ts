/** The English sentences of what can be wrong with a question about every order; the page takes them from here and adds translations. */
export const exploreProblemTexts = {
  'explore-property': 'There is no property {value}. Choose one of these: {options}.',
  'explore-argument': '{property} takes no {value}. It takes: {options}.',
  'explore-node': '{name} is {value}; name one of these nodes: {options}.',
  'explore-type': '{name} is {value}; name one of these event types: {options}.',
  'explore-number': '{name} is {value}; write a whole number.',
  'explore-count': 'n is {value}; write a whole number up to {max}.',
  'explore-choice': '{name} is {value}; choose one of these: {options}.',
  'explore-pattern': 'This pattern has too many states.',
  'explore-empty': '{name} is empty; write a condition on the states of nodes, such as {example}.',
} as const;
