declare module 'subset-font' {
  /** The font cut down to the characters of `text`, in the target format. */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options?: { targetFormat?: 'sfnt' | 'woff' | 'woff2'; noLayoutClosure?: boolean; noHinting?: boolean },
  ): Promise<Buffer>;
}
