/** English texts of the area "fields". Keys are flat; `{name}` stands for a value. */
export const fields = {} as const;
