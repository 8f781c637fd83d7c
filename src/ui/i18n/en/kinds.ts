/** English texts of the area "kinds". Keys are flat; `{name}` stands for a value. */
export const kinds = {} as const;
