/** Pixels, as the Open Graph protocol's readers expect them. */
export const CARD = { width: 1200, height: 630 } as const;
