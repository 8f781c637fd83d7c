/** Which words the combination of two languages has, by whether the left and the right one have them. */
export const setRules = {
  intersection: (isLeft: boolean, isRight: boolean) => isLeft && isRight,
  union: (isLeft: boolean, isRight: boolean) => isLeft || isRight,
  difference: (isLeft: boolean, isRight: boolean) => isLeft && !isRight,
  'symmetric-difference': (isLeft: boolean, isRight: boolean) => isLeft !== isRight,
} as const;

export type SetRule = keyof typeof setRules;
