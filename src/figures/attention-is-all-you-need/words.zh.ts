/** The sentence that the paper's figures and its lab attend over. */
export const words = ['小猫', '没', '喝', '牛奶', '因为', '它', '不', '渴'] as const;

/** What the four numbers of a value say, in the order of `carried`. */
export const carriedNames = ['名词', '有生', '谓词', '否定'] as const;
