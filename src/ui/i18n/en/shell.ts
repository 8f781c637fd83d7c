/** English texts of the area "shell". Keys are flat; `{name}` stands for a value. */
export const shell = {} as const;
