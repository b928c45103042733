// Hosted build: the glue is a module beside the page and fetches the WebAssembly file itself.
tuChamBoot.begin(() => {
  import('@glue@')
    .then((glue) => glue.default({ module_or_path: new URL('@module@', document.baseURI) }))
    .catch((error) => {
      console.error(error);
      tuChamBoot.fail('missing');
    });
});
