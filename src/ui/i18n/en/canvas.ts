/** English texts of the area "canvas". Keys are flat; `{name}` stands for a value. */
export const canvas = {} as const;
