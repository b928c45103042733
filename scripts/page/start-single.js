// Single file: the module lies in the page as gzip in base64; gzip's checksum finds damage.
tuChamBoot.begin(async () => {
  let failure = 'damaged';
  try {
    const text = atob(document.getElementById('tu-cham-module').textContent);
    const packed = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i++) packed[i] = text.charCodeAt(i);
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
    const module = await WebAssembly.compile(await new Response(stream).arrayBuffer());
    const start = wasm_bindgen;
    failure = 'broken';
    await start({ module_or_path: module });
  } catch (error) {
    console.error(error);
    tuChamBoot.fail(failure, failure === 'broken' ? String(error) : '');
  }
});
