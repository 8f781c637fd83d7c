/** English texts of the area "editor". Keys are flat; `{name}` stands for a value. */
export const editor = {} as const;
