// What kind of picture some bytes are and how large it says it is, by its signature and its header alone: never by a name or a declared type.
//
// Taken are JPEG (baseline, extended, progressive), PNG, WebP (lossy, lossless, extended) and GIF, whose headers lie whole and in order before
// the first image data, with sides of at least one pixel. Everything else is no picture: SVG and HTML, a header that is cut or has bytes
// between its parts, JPEG of other processes. The reader is total: it ends for any bytes, never throws, and reads nothing outside them.
// A header can lie about what follows it; a decoder that is bounded by it finds that out.

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, ...letters('IHDR')];
const FORMATS = [
  { type: 'image/jpeg', begins: [0xff, 0xd8], sides: jpeg },
  { type: 'image/png', begins: PNG, sides: view => [view.getUint32(16), view.getUint32(20)] },
  { type: 'image/webp', begins: letters('RIFF'), sides: webp },
  { type: 'image/gif', begins: letters('GIF87a'), sides: gif },
  { type: 'image/gif', begins: letters('GIF89a'), sides: gif },
];

/** Type, width and height of the picture; nothing where it is none that we show. */
export function pictureIn(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const format = FORMATS.find(({ begins }) => has(view, 0, begins));
  const [width, height] = (format && inside(() => format.sides(view))) ?? [0, 0];
  return width > 0 && height > 0 ? { type: format.type, width, height } : undefined;
}

/** What the work reads; nothing where it asks for bytes that are not there. */
function inside(work) {
  try {
    return work();
  } catch (failure) {
    if (failure instanceof RangeError) return undefined;
    throw failure;
  }
}

/** Segments one after the other up to the first frame; tables and comments are passed over by their lengths. */
function jpeg(view) {
  let at = 2;
  for (;;) {
    if (view.getUint8(at) !== 0xff) return undefined;
    while (view.getUint8(at + 1) === 0xff) at++;
    const marker = view.getUint8(at + 1);
    const size = view.getUint16(at + 2);
    if (marker >= 0xc0 && marker <= 0xc2) return [view.getUint16(at + 7), view.getUint16(at + 5)];
    const passed = marker === 0xc4 || marker === 0xdb || marker === 0xdd || marker === 0xfe || (marker >= 0xe0 && marker <= 0xef);
    if (!passed || size < 2) return undefined;
    at += 2 + size;
  }
}

function webp(view) {
  if (!has(view, 8, letters('WEBP'))) return undefined;
  if (has(view, 12, letters('VP8X'))) return [1 + u24(view, 24), 1 + u24(view, 27)];
  if (has(view, 12, letters('VP8L')) && view.getUint8(20) === 0x2f) {
    const sides = view.getUint32(21, true);
    return [1 + (sides & 0x3fff), 1 + ((sides >>> 14) & 0x3fff)];
  }
  const key = has(view, 12, letters('VP8 ')) && (view.getUint8(20) & 1) === 0 && has(view, 23, [0x9d, 0x01, 0x2a]);
  return key ? [view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff] : undefined;
}

/** The first image may reach over the screen that the header names, and decoders make room for it. */
function gif(view) {
  const flags = view.getUint8(10);
  let at = 13 + (flags & 0x80 ? 3 << ((flags & 7) + 1) : 0);
  while (view.getUint8(at) === 0x21) {
    at += 2;
    while (view.getUint8(at) !== 0) at += 1 + view.getUint8(at);
    at++;
  }
  if (view.getUint8(at) !== 0x2c) return undefined;
  const [screen, corner, image] = [6, at + 1, at + 5].map(from => [view.getUint16(from, true), view.getUint16(from + 2, true)]);
  return screen.map((side, i) => Math.max(side, corner[i] + image[i]));
}

const u24 = (view, at) => view.getUint16(at, true) + 65536 * view.getUint8(at + 2);

const has = (view, at, bytes) => at + bytes.length <= view.byteLength && bytes.every((byte, i) => view.getUint8(at + i) === byte);

function letters(word) {
  return Array.from(word, letter => letter.charCodeAt(0));
}
