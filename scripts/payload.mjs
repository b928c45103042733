// Bytes as they lie in the single file: packed, then written as text.
import zopfli from '@gfx/zopfli';
import { compress } from 'lzma1';

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

/** What is needed later: LZMA, a fifth less than gzip, which has no checksum of its own. */
export function dense(bytes) {
  const packed = compress(bytes, 9);
  return asText([...checksum(packed), ...packed]);
}
