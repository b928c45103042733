// Hosted build: the glue is a module beside the page and fetches the WebAssembly file itself. The second half lies beside it.
tuChamBoot.begin(() => {
  const rest = tuChamBoot.rest;
  if (rest) {
    rest.failure = 'missing';
    rest.fetch = async () => {
      const answer = await fetch('@rest@');
      if (!answer.ok) throw new Error(answer.status);
      return answer.arrayBuffer();
    };
    // Only where somebody is quicker than the network: the page stands still until the answer is there.
    rest.read = () => {
      const request = new XMLHttpRequest();
      request.open('GET', '@rest@', false);
      // Text of one character a byte: a request that waits may not ask for bytes.
      request.overrideMimeType('text/plain; charset=x-user-defined');
      request.send();
      if (request.status !== 200) throw new Error(request.status);
      return Uint8Array.from(request.responseText, (mark) => mark.charCodeAt(0));
    };
  }
  import('@glue@')
    .then((glue) => glue.default({ module_or_path: new URL('@module@', document.baseURI) }))
    .catch((error) => {
      console.error(error);
      tuChamBoot.fail('missing');
    });
});
