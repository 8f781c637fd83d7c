/** English texts of the area "player". Keys are flat; `{name}` stands for a value. */
export const player = {} as const;
