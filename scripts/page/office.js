// Loads the module of Word and Excel when it is first asked for, and lets it do one thing at a time.
//
// `window.tuChamOffice.run(task, set, document, bytes)` promises the bytes that the task makes. What goes wrong is thrown
// as a text: "missing …" where the module could not be loaded, "broken …" where it broke, "refused …" with its own words.
// Nothing that fails here stays: asked again, it begins anew.
(() => {
  // Where the two lie beside the hosted page; blank in the single file, which holds them.
  const GLUE = '@glue@';
  const MODULE = '@module@';
  let loaded;

  async function packed() {
    if (!MODULE) return tuChamBoot.unpack('tu-cham-office').arrayBuffer();
    const answer = await fetch(MODULE);
    if (!answer.ok) throw new Error(answer.status);
    return answer.arrayBuffer();
  }

  const insert = () =>
    new Promise((resolve, reject) => {
      const script = document.createElement('script');
      if (GLUE) {
        script.src = GLUE;
        script.onload = resolve;
        script.onerror = () => reject(new Error(GLUE));
      } else {
        script.textContent = document.getElementById('tu-cham-office-glue').textContent;
      }
      document.head.append(script);
      if (!GLUE) resolve();
    });

  async function load() {
    const bytes = packed().then((bytes) => WebAssembly.compile(bytes));
    const [module] = await Promise.all([bytes, insert()]);
    return { module, glue: window.tuChamOfficeGlue };
  }

  async function run(task, ...given) {
    let kind = 'missing ';
    try {
      loaded ??= load();
      const { module, glue } = await loaded;
      // Each task has an instance of its own: one that broke is not used again, and its memory goes with it.
      const office = glue();
      await office({ module_or_path: module });
      kind = 'broken ';
      return office[task](...given);
    } catch (thrown) {
      if (typeof thrown === 'string') throw `refused ${thrown}`;
      if (kind === 'missing ') loaded = undefined;
      console.error(thrown);
      throw kind + thrown;
    }
  }

  window.tuChamOffice = { run };
})();
