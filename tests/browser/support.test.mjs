// The helpers of the other tests, tried on a page of a few lines: a helper that sees nothing would prove nothing.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Key, eachBrowser, inOneBrowser } from './support/app.mjs';
import { until } from './support/wait.mjs';

const page = `<!DOCTYPE html><html lang="vi" data-ready="true"><meta charset="utf-8"><title>Thử</title>
<main><h1>Thử</h1>
<label>Ô <input name="field"></label> <label>Năm <select name="year"><option value="2022">2022</option><option value="2023">2023</option></select></label>
<label>Tệp <input type="file" name="import"></label> <button>Xuất</button>
<p data-target="TT-3"><b data-out="points" data-value="8.770">8,770</b></p><p><b data-out="points" data-value="48.770">48,770</b></p></main>
<script>
const seen = window.seen = {};
const field = document.querySelector('[name=field]');
addEventListener('keydown', () => { seen.keys = (seen.keys ?? 0) + 1 });
document.querySelector('select').onchange = (event) => { seen.year = event.target.value };
document.querySelector('[type=file]').onchange = async (event) => { seen.imported = await event.target.files[0].text() };
document.ondragover = (event) => event.preventDefault();
document.ondrop = async (event) => { event.preventDefault(); seen.dropped = await event.dataTransfer.files[0].text() };
field.onpaste = (event) => { event.preventDefault(); seen.pasted = event.clipboardData.getData('text/plain') };
document.querySelector('button').onclick = () => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob(['{"a": "ệ"}'], { type: 'application/json' }));
  link.download = 'xã Phú Mậu 2023.json';
  document.body.append(link);
  link.click();
};
</script></html>`;

eachBrowser('helpers reach the page as a person does', { edit: () => page }, async (app) => {
  const seen = (key) => until(key, () => app.js('return window.seen[arguments[0]]', key));

  await app.type('[name="field"]', '12,5 ệ');
  assert.equal(await app.js('return document.querySelector("[name=field]").value'), '12,5 ệ');
  assert.ok((await seen('keys')) >= 6);
  await app.fill('[name="field"]', '410');
  await app.press(Key.END, '0');
  assert.equal(await app.js('return document.querySelector("[name=field]").value'), '4100');
  await app.setSelect('[name="year"]', '2023');
  assert.equal(await seen('year'), '2023');

  assert.equal(await app.out('points'), '48.770');
  assert.equal(await app.out('nothing'), null);
  assert.equal((await app.row('TT-3')).points, '8.770');
  await app.sees('points', '48.770');
  await app.rowSees('TT-3', { points: '8.770' });

  await app.importFile(app.writeFile('số liệu.json', '{"b": 1}'));
  assert.equal(await seen('imported'), '{"b": 1}');
  await app.dropFile('thả.json', '{"c": 1}');
  assert.equal(await seen('dropped'), '{"c": 1}');
  await app.paste('[name="field"]', '1\t2\n3\t4');
  assert.equal(await seen('pasted'), '1\t2\n3\t4');

  const file = await app.download(() => app.click('button'));
  assert.deepEqual([file.name, file.text], ['xã Phú Mậu 2023.json', '{"a": "ệ"}']);

  await app.viewport(360, 800);
  assert.deepEqual(await app.js('return [innerWidth, innerHeight]'), [360, 800]);
  assert.equal(readFileSync(await app.screenshot(1024, 768, 'dark', 'helpers')).readUInt32BE(16), 1024);
});

eachBrowser('helpers notice requests and errors', { edit: () => page }, async (app) => {
  assert.deepEqual([await app.requests(), await app.consoleErrors()], [[], []]);
  await app.js('console.error("lỗi thử"); new Image().src = "https://example.org/x.png"');
  await until('the request', async () => (await app.requests()).includes('https://example.org/x.png'));
  await until('the error', async () => (await app.consoleErrors()).some((text) => text.includes('lỗi thử')));
});

inOneBrowser('helpers notice barriers', { edit: () => page }, async (app) => {
  assert.deepEqual(await app.axe(), []);
  await app.js('document.body.append(new Image())');
  assert.ok((await app.axe()).some((violation) => violation.startsWith('image-alt')));
});

/** Keeps a text in the page's own database until it is on the disk: what localStorage holds a browser may lose as it ends. */
const keep = `
  const [text, done] = arguments;
  const asked = indexedDB.open('helpers', 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore('kept');
  asked.onerror = () => done(String(asked.error));
  asked.onsuccess = () => {
    const writing = asked.result.transaction('kept', 'readwrite', { durability: 'strict' });
    writing.objectStore('kept').put(text, 'text');
    writing.oncomplete = () => { asked.result.close(); done(text) };
    writing.onerror = () => done(String(writing.error));
  }`;

/** The text kept there; empty when there is none. */
const kept = `
  const [done] = arguments;
  const asked = indexedDB.open('helpers', 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore('kept');
  asked.onerror = () => done(String(asked.error));
  asked.onsuccess = () => {
    const reading = asked.result.transaction('kept').objectStore('kept').get('text');
    reading.onsuccess = () => { asked.result.close(); done(reading.result ?? '') };
    reading.onerror = () => done(String(reading.error));
  }`;

eachBrowser('a profile outlives its browser, and a fresh one is empty', { edit: () => page }, async (app) => {
  assert.equal(await app.driver.executeAsyncScript(keep, '17'), '17');
  await app.restart();
  await app.open();
  assert.equal(await app.driver.executeAsyncScript(kept), '17');
  await app.restart({ kill: true });
  await app.open();
  assert.equal(await app.driver.executeAsyncScript(kept), '17');
  await app.restart({ fresh: true });
  await app.open();
  assert.equal(await app.driver.executeAsyncScript(kept), '');
});
