// Single file: the modules lie in the page as text, thirteen bits in two characters (`payload.mjs`). What the first minute
// needs is packed as gzip, what comes later denser (`dense.js`), each against what comes before it. All hold checksums,
// which find damage.
tuChamBoot.packed = (id) => {
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
  return packed;
};
tuChamBoot.begin(async () => {
  let failure = 'damaged';
  try {
    const unzipped = (id) => new Response(new Blob([tuChamBoot.packed(id)]).stream().pipeThrough(new DecompressionStream('gzip')));
    const unpacked = unzipped('tu-cham-module').arrayBuffer();
    const compiled = unpacked.then((bytes) => WebAssembly.compile(bytes));
    const styles = unzipped('tu-cham-styles').text();
    const rest = tuChamBoot.rest;
    rest.failure = failure;
    // Damage shall be known before anything is typed.
    const open = tuChamBoot.dense(tuChamBoot.packed('tu-cham-rest'));
    const [module, css, bytes] = await Promise.all([compiled, styles, unpacked]);
    const first = new Uint8Array(bytes);
    let second;
    rest.read = () => (second ||= open(first));
    rest.fetch = async () => rest.read();
    tuChamBoot.unpack = async (id) => tuChamBoot.dense(tuChamBoot.packed(id))(new Uint8Array(await new Blob([first, rest.read()]).arrayBuffer()));
    const sheet = document.createElement('style');
    sheet.textContent = css;
    document.head.append(sheet);
    const start = wasm_bindgen;
    failure = 'broken';
    await start({ module_or_path: module });
  } catch (error) {
    console.error(error);
    tuChamBoot.fail(failure, failure === 'broken' ? String(error) : '');
  }
});
