// Opens what `dense` in payload.mjs packed.
import { unpacked } from './lzma.mjs';

/** A function that gives the content of `bytes` to who has what it was packed against; damage is looked for at once. */
tuChamBoot.dense = (bytes) => {
  const packed = bytes.subarray(4);
  const sum = packed.reduce((sum, byte) => Math.imul(sum ^ byte, 16777619), 0x811c9dc5);
  if (packed.length < 13 || sum !== new DataView(bytes.buffer).getInt32(0, true)) throw new Error('damaged');
  return (known) => unpacked(packed, known);
};
