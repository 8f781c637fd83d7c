/** English texts of the area "problems". Keys are flat; `{name}` stands for a value. */
export const problems = {} as const;
