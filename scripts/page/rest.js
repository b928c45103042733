// Brings the second half of the program (scripts/split.mjs says what that is): in the background once the page is ready, or
// at once where the first half calls for it earlier. Nothing that a user does has to wait for it or be done again.
//
// `tuChamBoot.rest`:
//   fetch(), read()  set by the start script: what promises the second half; what gives it at once
//   failure          set by the start script: which message tells that it can't be had
//   need()           the first half asks for the second
//   given(exports)   the glue tells of the first half before it begins; promises that it may begin
//   first            what the first half has told of
//   early            how often the second half was asked for before the background had brought it
(() => {
  const root = document.documentElement;
  let first;
  let joined = false;

  function join(module) {
    if (joined) return;
    new WebAssembly.Instance(module, { first });
    done();
  }

  function done() {
    joined = true;
    first.whole.value = 1;
  }

  // The program can't go on as it is: what was put together last is kept, and handed over.
  function stop(thrown) {
    console.error(thrown);
    tuChamRescue.stop();
    tuChamBoot.fail(rest.failure);
  }

  function need() {
    rest.early += 1;
    try {
      join(new WebAssembly.Module(rest.read()));
    } catch (thrown) {
      stop(thrown);
      throw thrown;
    }
  }

  // Chromium before 115 makes no module of more than 4 KB at once, so there all of it is made before the first half begins.
  function atOnce() {
    try {
      return !!new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 0, 129, 40, 0, ...new Array(5120).fill(0)]));
    } catch (refused) {
      return false;
    }
  }

  const later = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

  // A network that is away for a while comes back; until then the second half may not be needed.
  async function bring() {
    for (let pause = 1000; ; pause = Math.min(2 * pause, 30000)) {
      try {
        return await rest.fetch();
      } catch (thrown) {
        if (joined) return undefined;
        console.warn(thrown);
        await later(pause);
      }
    }
  }

  async function background() {
    const bytes = await bring();
    if (joined) return;
    try {
      join(await WebAssembly.compile(bytes));
    } catch (thrown) {
      if (!joined) stop(thrown);
    }
  }

  async function given(exports) {
    rest.first = first = exports;
    if (!atOnce()) {
      await WebAssembly.instantiate(await WebAssembly.compile(await rest.fetch()), { first });
      return done();
    }
    const ready = () => root.getAttribute('data-ready') === 'true';
    const watch = new MutationObserver(() => {
      if (!ready()) return;
      watch.disconnect();
      // What the page draws now comes first, and so does who types already.
      if (window.requestIdleCallback) requestIdleCallback(background, { timeout: 2000 });
      else setTimeout(background);
    });
    watch.observe(root, { attributes: true, attributeFilter: ['data-ready'] });
  }

  const rest = (tuChamBoot.rest = { need, given, early: 0 });
})();
