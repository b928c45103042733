// Opens what `dense` in payload.mjs packed. The library's own entry would bring what packs as well: four times the script.
import { Decoder } from '../../node_modules/lzma1/lib/decoder.js';
import { InputBuffer, OutputBuffer } from '../../node_modules/lzma1/lib/streams.js';

// The format tells how long the content is in eight bytes behind its five properties.
const contentLength = (packed) => new DataView(packed.buffer, packed.byteOffset).getUint32(5, true);

/** A function that gives the content of `bytes`, which are looked through for damage at once. */
tuChamBoot.dense = (bytes) => {
  const packed = bytes.subarray(4);
  const sum = packed.reduce((sum, byte) => Math.imul(sum ^ byte, 16777619), 0x811c9dc5);
  if (packed.length < 13 || sum !== new DataView(bytes.buffer).getInt32(0, true)) throw new Error('damaged');
  return () => {
    const content = new OutputBuffer(contentLength(packed));
    new Decoder().decompress(new InputBuffer(packed), content);
    return content.toArray();
  };
};
