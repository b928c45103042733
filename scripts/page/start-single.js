// Single file: the modules and the style sheets lie in the page as gzip in base64. Gzip has a checksum, so a damaged file
// says so before anything can be typed.
//
// `tuChamBoot.unpack(id)` gives the content of a block as an answer to be read.
tuChamBoot.unpack = (id) => {
  const text = document.getElementById(id).textContent;
  return new Response(new Blob([bytesOf(text)]).stream().pipeThrough(new DecompressionStream('gzip')));

  function bytesOf(base64) {
    // Not in Chromium before 140 and Firefox before 133.
    if (Uint8Array.fromBase64) return Uint8Array.fromBase64(base64);
    const marks = atob(base64);
    const bytes = new Uint8Array(marks.length);
    for (let at = 0; at < marks.length; at += 1) bytes[at] = marks.charCodeAt(at);
    return bytes;
  }
};
tuChamBoot.begin(async () => {
  let failure = 'damaged';
  try {
    const compiled = tuChamBoot.unpack('tu-cham-module').arrayBuffer().then((bytes) => WebAssembly.compile(bytes));
    const [module, css] = await Promise.all([compiled, tuChamBoot.unpack('tu-cham-styles').text()]);
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
