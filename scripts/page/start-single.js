// Single file: the modules lie in the page as gzip, thirteen bits in two characters (`payload.mjs`); gzip's checksum
// finds damage.
tuChamBoot.unpack = async (id) => {
  const text = document.getElementById(id).textContent;
  const packed = new Uint8Array((text.length * 13) >> 4);
  const mark = (at) => {
    const code = text.charCodeAt(at);
    // The alphabet lacks three characters of HTML: & < >.
    return code - 33 - (code > 38) - (code > 60) - (code > 62);
  };
  let held = 0;
  let bits = 0;
  let end = 0;
  for (let at = 0; at < text.length; at += 2) {
    held |= (mark(at) + 91 * (mark(at + 1) || 0)) << bits;
    for (bits += 13; bits > 7; bits -= 8) {
      packed[end++] = held;
      held >>= 8;
    }
  }
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).arrayBuffer();
};
tuChamBoot.begin(async () => {
  let failure = 'damaged';
  try {
    const rest = tuChamBoot.rest;
    rest.failure = failure;
    const compiled = WebAssembly.compile(await tuChamBoot.unpack('tu-cham-module'));
    // Unpacked while the first half is compiled, so that it is at hand whenever it is called for.
    const [module, bytes] = await Promise.all([compiled, tuChamBoot.unpack('tu-cham-rest')]);
    rest.bytes = bytes;
    const start = wasm_bindgen;
    failure = 'broken';
    await start({ module_or_path: module });
  } catch (error) {
    console.error(error);
    tuChamBoot.fail(failure, failure === 'broken' ? String(error) : '');
  }
});
