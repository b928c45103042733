// Reads LZMA that was packed against bytes that the page has already (`payload.mjs` packs so): what stands in them too is not
// packed again. The library's own entry would bring what packs as well: four times the script.
import { Decoder } from '../../node_modules/lzma1/lib/decoder.js';
import { InputBuffer, OutputBuffer } from '../../node_modules/lzma1/lib/streams.js';

/** A decoder that begins as if it had just read `known`. */
class Knowing extends Decoder {
  constructor(known) {
    super();
    this.known = known;
  }

  initDecompression(input, output) {
    super.initDecompression(input, output);
    const window = this.outWindow;
    window.buffer.set(this.known);
    window.pos = window.streamPos = this.known.length;
    this.nowPos64 += BigInt(this.known.length);
    this.outSize += BigInt(this.known.length);
  }
}

/** The content of `packed`, which was packed against `known`. */
export function unpacked(packed, known) {
  // The format tells how long the content is in eight bytes behind its five properties.
  const content = new OutputBuffer(new DataView(packed.buffer, packed.byteOffset).getUint32(5, true));
  new Knowing(known).decompress(new InputBuffer(packed), content);
  return content.toArray();
}
