// Bytes as they lie in the single file: packed as small as gzip goes, then written as text.
import { gzip } from '@gfx/zopfli';

// It would catch every error of the script that uses it, and print itself instead of them.
for (const event of ['uncaughtException', 'unhandledRejection']) process.removeAllListeners(event);

/** Bytes in the format of gzip. It takes seconds and saves a twentieth of what zlib leaves. */
const packed = (bytes) =>
  new Promise((resolve, reject) => gzip(bytes, { numiterations: 15 }, (error, made) => (error ? reject(error) : resolve(made))));

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

/** What a block of the single file holds for these bytes. */
export const payload = async (bytes) => asText(await packed(bytes));
