// The shipped file starts from a folder on disk, asks for nothing, and when it can't start it says why.
import assert from 'node:assert/strict';
import { eachBrowser, inOneBrowser } from './support/app.mjs';
import { until } from './support/wait.mjs';

/** The kind of failure shown, once it is; the text must be there in both languages. */
async function failure(app) {
  const kind = await until('a message in #failure', () =>
    app.js('const box = document.getElementById("failure"); return !box.hidden && box.dataset.failure'),
  );
  for (const lang of ['vi', 'en']) assert.ok((await app.text(`#failure p[lang="${lang}"]`)).length > 40);
  assert.equal(await app.js('const note = document.getElementById("opening"); return note === null || note.hidden'), true);
  return kind;
}

eachBrowser('becomes ready, asks for nothing and reports no error', async (app) => {
  assert.equal(await app.driver.getTitle(), 'Tự chấm');
  assert.equal(await app.js('return document.documentElement.lang'), 'vi');
  assert.equal(await app.js('return document.getElementById("failure").hidden'), true);
  assert.deepEqual(await app.requests(), []);
  assert.deepEqual(await app.consoleErrors(), []);
});

eachBrowser('becomes ready in a browser that does not read base64 into bytes by itself', { ready: false }, async (app) => {
  await app.beforePage(`
    delete Uint8Array.fromBase64;
    const read = window.atob;
    window.atob = (text) => { window.readByHand = true; return read.call(window, text); }`);
  await app.open();
  assert.equal(await app.js('return window.readByHand'), true);
  assert.deepEqual(await app.consoleErrors(), []);
});

eachBrowser('runs under the file policy of a person\'s own browser', async (app) => {
  // The page's own policy refuses every connection, so the question is put from a bare page beside it.
  const bare = app.writeFile('trống.html', '<!DOCTYPE html><meta charset="utf-8"><title>trống</title>');
  await app.driver.get(new URL(`file://${bare}`).href);
  const answer = await app.driver.executeAsyncScript(
    'const done = arguments[0]; fetch("tệp bên cạnh.txt").then(() => done("read"), () => done("refused"))',
  );
  assert.equal(answer, 'refused');
});

inOneBrowser('holds two empty data blocks', async (app) => {
  const blocks = await app.js(
    'return ["tu-cham-set", "tu-cham-data"].map((id) => { const e = document.getElementById(id); return [e.type, e.textContent] })',
  );
  assert.deepEqual(blocks, [['application/json', ''], ['application/json', '']]);
});

const module = /(id="tu-cham-module">)([^<]+)/;

inOneBrowser('says that a file with changed bytes is damaged', {
  ready: false,
  edit: (text) => text.replace(module, (_, open, payload) => {
    const middle = Math.floor(payload.length / 2);
    const changed = [...payload.slice(middle, middle + 40)].reverse().join('').replace(/^./, (c) => (c === 'A' ? 'B' : 'A'));
    return open + payload.slice(0, middle) + changed + payload.slice(middle + 40);
  }),
}, async (app) => {
  await app.open('', { wait: false });
  assert.equal(await failure(app), 'damaged');
});

inOneBrowser('says that a file cut short is damaged', {
  ready: false,
  edit: (text) => text.slice(0, text.search(module) + 5000),
}, async (app) => {
  await app.open('', { wait: false });
  assert.equal(await failure(app), 'damaged');
});

eachBrowser('says that a browser without WebAssembly is too old', { ready: false }, async (app) => {
  await app.beforePage('delete globalThis.WebAssembly');
  await app.open('', { wait: false });
  assert.equal(await failure(app), 'old');
});

eachBrowser('says that WebAssembly is blocked', {
  ready: false,
  edit: (text) => text.replace(" 'wasm-unsafe-eval'", ''),
}, async (app) => {
  await app.open('', { wait: false });
  assert.equal(await failure(app), 'blocked');
});

inOneBrowser('says that a start without an end takes long, and takes it back once ready', { ready: false }, async (app) => {
  await app.beforePage(`
    const later = window.setTimeout;
    window.setTimeout = (task, wait, ...rest) => later(task, wait === 20000 ? 0 : wait, ...rest);
    window.requestAnimationFrame = () => 0;
    const compile = WebAssembly.compile;
    WebAssembly.compile = (bytes) => new Promise((go) => { window.goOn = () => go(compile(bytes)) });`);
  await app.open('', { wait: false });
  await until('the message', () => app.js('return document.getElementById("failure").dataset.failure === "slow"'));
  assert.equal(await app.js('return document.getElementById("opening").hidden'), false);
  await until('ready once it may go on', () => app.js('window.goOn?.(); return document.documentElement.dataset.ready === "true"'));
  await until('the message gone', () => app.js('return document.getElementById("failure").hidden'));
});

eachBrowser('says that it broke and that saved figures are kept', async (app) => {
  await app.js('document.dispatchEvent(new CustomEvent("tu-cham-failed", { detail: "dòng 12" }))');
  assert.equal(await app.js('return document.getElementById("failure").dataset.failure'), 'broken');
  assert.match(await app.text('#failure'), /số liệu đã lưu vẫn còn trên máy này[^]*still on this computer[^]*dòng 12/);
  await app.click('#failure button');
  await until('the page opened anew', () => app.js('return document.getElementById("failure").hidden && document.documentElement.dataset.ready === "true"'));
});

eachBrowser('takes the theme chosen before, ahead of the module', async (app) => {
  await app.js('localStorage.setItem("tu-cham.theme", "dark")');
  await app.beforePage('WebAssembly.compile = () => new Promise(() => {})');
  await app.driver.navigate().refresh();
  assert.equal(await app.js('return document.documentElement.dataset.theme'), 'dark');
});
