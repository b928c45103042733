// Single file: the module lies in the page as gzip in base64; gzip's checksum finds damage.
tuChamBoot.unpack = async (id) => {
  const text = atob(document.getElementById(id).textContent);
  const packed = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) packed[i] = text.charCodeAt(i);
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).arrayBuffer();
};
tuChamBoot.begin(async () => {
  let failure = 'damaged';
  try {
    const module = await WebAssembly.compile(await tuChamBoot.unpack('tu-cham-module'));
    const start = wasm_bindgen;
    failure = 'broken';
    await start({ module_or_path: module });
  } catch (error) {
    console.error(error);
    tuChamBoot.fail(failure, failure === 'broken' ? String(error) : '');
  }
});
