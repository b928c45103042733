// Bytes as they lie in the single file: packed, then written as text.
import zopfli from '@gfx/zopfli';
import { Encoder } from '../node_modules/lzma1/lib/encoder.js';
import { InputBuffer, OutputBuffer } from '../node_modules/lzma1/lib/streams.js';
import { unpacked } from './page/lzma.mjs';

/**
 * Bytes as text for a script element: thirteen bits in two of the 91 printable characters that mean nothing in HTML. Base64
 * takes a twelfth more. `start-single.js` reads it back.
 */
function asText(bytes) {
  const alphabet = Array.from({ length: 94 }, (_, at) => String.fromCharCode(33 + at)).filter((mark) => !'&<>'.includes(mark));
  const text = [];
  let held = 0;
  let bits = 0;
  const put = () => text.push(alphabet[(held & 8191) % 91], alphabet[Math.floor((held & 8191) / 91)]);
  for (const byte of bytes) {
    held |= byte << bits;
    bits += 8;
    if (bits < 13) continue;
    put();
    held >>= 13;
    bits -= 13;
  }
  // A character that would only begin a byte more is left out.
  if (bits > 0) put();
  if (bits > 0 && bits < 7) text.pop();
  return text.join('');
}

/** The checksum that `scripts/page/dense.js` looks for: FNV-1a, 32 bits, lowest byte first. */
function checksum(bytes) {
  const sum = bytes.reduce((sum, byte) => Math.imul(sum ^ byte, 16777619), 0x811c9dc5);
  return [0, 8, 16, 24].map((shift) => (sum >>> shift) & 255);
}

/** What is needed to begin: gzip, which every browser opens by itself and faster than a script could; packed with care, which takes a sixteenth off. */
export const quick = async (bytes) => asText(await zopfli.gzipAsync(bytes, {}));

/** How far back LZMA looks, as a power of two: over all that is packed together, so that what reads it needs no larger window. */
const WINDOW = 22;

/** An encoder that looks for what it packs in `known` too. */
class Knowing extends Encoder {
  constructor(known) {
    super();
    this.known = known;
  }

  configure(mode) {
    super.configure(mode);
    // Code has no columns of two or four bytes, for which the library's own settings are made.
    this._posStateBits = 0;
    this._posStateMask = 0;
    this._numLiteralContextBits = 4;
  }

  createMatchFinder() {
    super.createMatchFinder();
    const finder = this._matchFinder;
    finder.init = () => {
      Object.getPrototypeOf(finder).init.call(finder);
      if (this.known.length > 0) finder.skip(this.known.length);
    };
  }
}

/** `bytes` as LZMA against `known`. */
function packed(bytes, known) {
  const together = Buffer.concat([known, bytes]);
  if (together.length > 1 << WINDOW) throw new Error('more than LZMA looks over: WINDOW must grow');
  const content = new OutputBuffer(bytes.length);
  const encoder = new Knowing(known);
  encoder.initCompression(new InputBuffer(together), content, BigInt(bytes.length), { searchDepth: WINDOW, filterStrength: 0xff, modeIndex: 1 });
  do encoder.codeOneBlock();
  while (!encoder.finished[0]);
  return content.toArray();
}

/**
 * What is needed later: LZMA, a fifth less than gzip, which has no checksum of its own; against `known`, which who reads it
 * has already. The library was not made to be told so, hence it is read back here.
 */
export function dense(bytes, known) {
  const content = packed(bytes, known);
  if (Buffer.compare(bytes, unpacked(content, known)) !== 0) throw new Error('what was packed does not read back');
  return asText([...checksum(content), ...content]);
}
