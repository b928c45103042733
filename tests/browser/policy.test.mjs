// The content policy: no script but the page's own runs, and nothing leaves the page by any way there is.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { eachBrowser } from './support/app.mjs';
import { until } from './support/wait.mjs';

/** Ways to ask for `url`, each by its name, which is also the path that it asks for. */
const ways = {
  fetch: 'fetch(url).catch(() => {})',
  request: 'const asked = new XMLHttpRequest(); asked.open("GET", url); asked.send()',
  beacon: 'navigator.sendBeacon(url, "1")',
  socket: 'new WebSocket(url.replace("http:", "ws:"))',
  events: 'new EventSource(url)',
  image: 'new Image().src = url',
  media: 'const media = new Audio(); media.preload = "auto"; media.src = url; media.load()',
  font: 'const font = new FontFace("x", "url(" + url + ")"); document.fonts.add(font); font.load().catch(() => {})',
  script: 'const script = document.createElement("script"); script.src = url; document.head.append(script)',
  module: 'const module = document.createElement("script"); module.type = "module"; module.src = url; document.head.append(module)',
  style: 'const style = document.createElement("link"); style.rel = "stylesheet"; style.href = url; document.head.append(style)',
  background: 'document.body.style.backgroundImage = "url(" + url + ")"; document.body.getBoundingClientRect()',
  preload: 'const early = document.createElement("link"); early.rel = "preload"; early.as = "image"; early.href = url; document.head.append(early)',
  prefetch: 'const later = document.createElement("link"); later.rel = "prefetch"; later.href = url; document.head.append(later)',
  frame: 'const frame = document.createElement("iframe"); frame.src = url; document.body.append(frame)',
  object: 'const object = document.createElement("object"); object.data = url; document.body.append(object)',
  form: `const target = document.createElement("iframe"); target.name = "đích"; document.body.append(target);
    const form = document.createElement("form"); form.method = "post"; form.target = "đích"; form.action = url; document.body.append(form); form.submit()`,
};

/** Ways to run a script that the page does not have: each sets \`ran[its name]\`. */
const scripts = {
  inline: 'const script = document.createElement("script"); script.textContent = "ran.inline = true"; document.body.append(script)',
  attribute: 'const button = document.createElement("button"); button.setAttribute("onclick", "ran.attribute = true"); document.body.append(button); button.click()',
  address: 'const link = document.createElement("a"); link.href = "javascript:void(ran.address = true)"; document.body.append(link); link.click()',
  blob: 'const script = document.createElement("script"); script.src = URL.createObjectURL(new Blob(["ran.blob = true"])); document.body.append(script)',
  worker: 'new Worker("data:text/javascript,postMessage(1)").onmessage = () => { ran.worker = true }',
};

/** A server that only notes what it is asked for. */
async function listener(t) {
  const asked = new Set();
  const note = (request) => asked.add(request.url.slice(1));
  const server = createServer((request, response) => {
    note(request);
    response.writeHead(204, { 'access-control-allow-origin': '*' }).end();
  });
  server.on('upgrade', (request, socket) => {
    note(request);
    socket.destroy();
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { asked, address: `http://127.0.0.1:${server.address().port}/` };
}

/** Tries every way in the page, each by itself; what the policy refuses is noted in \`refused\`. */
async function tryAll(app, address) {
  await app.js('window.ran = {}; window.refused = []; addEventListener("securitypolicyviolation", (event) => refused.push(event.effectiveDirective, event.blockedURI))');
  for (const [name, body] of [...Object.entries(scripts), ...Object.entries(ways)]) {
    await app.js(`const url = arguments[0]; try { ${body} } catch (thrown) { refused.push(url, String(thrown)) }`, address + name);
  }
}

const withoutPolicy = (text) => text.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');

/** How a browser names a refusal where not by the whole address; null where it refuses in silence. */
const names = {
  chromium: { socket: (address) => `${address.replace('http:', 'ws:')}socket`, frame: () => 'frame-src', object: () => 'object-src' },
  firefox: { preload: null, prefetch: null, frame: () => 'frame-src', object: () => 'object-src' },
};

eachBrowser('without its policy the page could be made to send and run all of this', { edit: withoutPolicy, reach: true }, async (app, t) => {
  const { asked, address } = await listener(t);
  await tryAll(app, address);
  // From a page on disk Firefox fetches nothing beforehand.
  const wanted = Object.keys(ways).filter((name) => !(app.browser === 'firefox' && name === 'prefetch'));
  await until('every way taken', () => {
    const missing = wanted.filter((name) => !asked.has(name));
    if (missing.length > 0) throw new Error(missing.join(', '));
    return true;
  });
  await until('every script run', async () => {
    const ran = await app.js('return ran');
    const missing = Object.keys(scripts).filter((name) => !ran[name]);
    if (missing.length > 0) throw new Error(missing.join(', '));
    return true;
  });
});

for (const [what, settings] of [['single file', { reach: true }], ['hosted page', { hosted: true }]]) {
  eachBrowser(`the ${what} lets nothing be sent and no foreign script run`, settings, async (app, t) => {
    const { asked, address } = await listener(t);
    await tryAll(app, address);
    await until('every way refused', async () => {
      const refused = await app.js('return refused');
      const named = names[app.browser];
      const missing = Object.keys(ways).filter((name) => named[name] !== null && !refused.includes(named[name]?.(address) ?? address + name));
      if (missing.length > 0) throw new Error(missing.join(', '));
      return true;
    });
    assert.deepEqual([...asked], []);
    assert.deepEqual(await app.js('return ran'), {});
  });
}
