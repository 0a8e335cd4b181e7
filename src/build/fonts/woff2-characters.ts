import zlib from 'node:zlib';

/** The table tags that WOFF2 abbreviates, by their number (WOFF2 §5.1); 63 stands for a tag written out. */
const KNOWN_TAGS =
  'cmap head hhea hmtx maxp name OS/2 post cvt  fpgm glyf loca prep CFF  VORG EBDT EBLC gasp hdmx kern LTSH PCLT VDMX vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL SVG  sbix acnt avar bdat bloc bsln cvar fdsc feat fmtx fvar gvar hsty just lcar mort morx opbd prop trak Zapf Silf Glat Gloc Feat Sill'
    .match(/.{4}(?: |$)/g)!
    .map((tag) => tag.slice(0, 4));
const HEADER_BYTES = 48;

/** The characters for which a WOFF2 font has glyphs, read from its cmap. Throws on anything else. */
export function woff2Characters(font: Buffer): ReadonlySet<number> {
  if (font.toString('latin1', 0, 4) !== 'wOF2') throw new Error('not a WOFF2 font');
  const { tables, end } = readDirectory(font);
  const data = zlib.brotliDecompressSync(font.subarray(end, end + font.readUInt32BE(20)));
  const cmap = tables.get('cmap');
  if (!cmap) throw new Error('the font has no cmap');
  return readCmap(data.subarray(cmap.offset, cmap.offset + cmap.length));
}

/** Where each table stands in the decompressed data, and where the directory ends (WOFF2 §4.1). */
function readDirectory(font: Buffer) {
  const tables = new Map<string, { offset: number; length: number }>();
  let at = HEADER_BYTES;
  let offset = 0;
  const base128 = () => {
    let value = 0;
    let byte: number;
    do value = value * 128 + ((byte = font[at++]!) & 0x7f);
    while (byte & 0x80);
    return value;
  };
  for (let i = 0; i < font.readUInt16BE(12); i++) {
    const flags = font[at++]!;
    const tag = (flags & 63) === 63 ? font.toString('latin1', at, (at += 4)) : KNOWN_TAGS[flags & 63]!;
    const original = base128();
    // glyf and loca are transformed unless version 3 says otherwise; other tables are when the version is not 0.
    const isTransformed = tag === 'glyf' || tag === 'loca' ? flags >> 6 !== 3 : flags >> 6 !== 0;
    const length = isTransformed ? base128() : original;
    tables.set(tag, { offset, length });
    offset += length;
  }
  return { tables, end: at };
}

/** The characters of all Unicode subtables in formats 4 and 12 (OpenType cmap). */
function readCmap(cmap: Buffer): Set<number> {
  const characters = new Set<number>();
  for (let i = 0; i < cmap.readUInt16BE(2); i++) {
    const subtable = cmap.subarray(cmap.readUInt32BE(4 + 8 * i + 4));
    const format = subtable.readUInt16BE(0);
    const segments = format === 4 ? segmentsOf4(subtable) : format === 12 ? segmentsOf12(subtable) : [];
    for (const [first, last] of segments) for (let c = first; c <= last; c++) characters.add(c);
  }
  return characters;
}

function segmentsOf4(subtable: Buffer): [number, number][] {
  const count = subtable.readUInt16BE(6) / 2;
  const segments = Array.from({ length: count }, (_, i): [number, number] => [
    subtable.readUInt16BE(16 + 2 * count + 2 * i),
    subtable.readUInt16BE(14 + 2 * i),
  ]);
  return segments.filter(([first]) => first !== 0xffff);
}

function segmentsOf12(subtable: Buffer): [number, number][] {
  return Array.from({ length: subtable.readUInt32BE(12) }, (_, i) => [
    subtable.readUInt32BE(16 + 12 * i),
    subtable.readUInt32BE(20 + 12 * i),
  ]);
}
