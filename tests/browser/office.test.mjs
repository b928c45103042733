// The module of Word and Excel: inert until it is asked for, in the single file and beside the hosted page; what it makes,
// what it reads, and what is said when it is broken.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { eachBrowser, inOneBrowser } from './support/app.mjs';
import { button, enter, enterAll, gone, heading, held, holds, press, saved } from './support/entry.mjs';
import { until } from './support/wait.mjs';

const golden = readFileSync(new URL('../golden/assessment-v1.json', import.meta.url), 'utf8');

const notice = (app) => app.js('return document.querySelector("[data-notice]")?.dataset.notice ?? null');
const loaded = (app) => app.js('return [typeof tuChamOffice, typeof tuChamOfficeGlue, typeof tu_cham_office]');

async function noticed(app, kind) {
  await until(`the notice ${kind}`, async () => {
    const now = await notice(app);
    if (now !== kind) throw new Error(`it is ${now}`);
    return true;
  });
}

async function report(app) {
  await app.js('location.hash = "#/bao-cao"');
  await app.find('[data-action="export-docx"]');
}

/** Clicks and gives the bytes of what is downloaded. */
async function made(app, action) {
  const { name, path } = await app.download(() => press(app, button(action)));
  return { name, path, bytes: readFileSync(path) };
}

const isPackage = (bytes) => bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004';

async function makesEach(app) {
  for (const [action, name] of [
    ['export-docx', /^UBND xã Phú Mậu - 2023 - .*\.docx$/],
    ['export-xlsx', /^UBND xã Phú Mậu - 2023 - .*\.xlsx$/],
    ['export-template', /^Mẫu số liệu - UBND xã Phú Mậu - 2023 - .*\.xlsx$/],
  ]) {
    const file = await made(app, action);
    assert.match(file.name, name);
    assert.ok(isPackage(file.bytes), `${action} is no package`);
    await noticed(app, 'paper-exported');
    assert.ok((await app.text('[data-notice]')).includes(file.name));
  }
}

eachBrowser('the single file makes Word and Excel files itself, and only then loads what makes them', async (app) => {
  await heading(app, { unit: 'UBND xã Phú Mậu', year: 2023 });
  await enterAll(app, { 'TT-3.done': '410', 'TT-3.total': '850' });
  await report(app);
  assert.deepEqual(await loaded(app), ['object', 'undefined', 'undefined']);
  await makesEach(app);
  assert.deepEqual(await loaded(app), ['object', 'function', 'undefined']);
  assert.deepEqual(await app.requests(), []);
  assert.deepEqual(await app.consoleErrors(), []);
});

eachBrowser('the hosted page fetches what makes them when it is asked, and needs no network for it once it is kept', { hosted: true, timeout: 120_000 }, async (app) => {
  const asked = () => app.js('return performance.getEntriesByType("resource").map(({ name }) => name).filter((name) => name.includes("tu-cham-office"))');
  await heading(app, { unit: 'UBND xã Phú Mậu', year: 2023 });
  assert.deepEqual(await asked(), []);
  await until('the worker', () => app.js('return navigator.serviceWorker.controller?.state === "activated"'));
  await app.serverGone();
  await report(app);
  await makesEach(app);
  assert.equal((await asked()).length, 2);
});

eachBrowser('a filled template is previewed, its refused cells are named, and it is taken as any file is', async (app) => {
  await app.importFile(app.writeFile('Phú Mậu.json', golden));
  await press(app, button('import-new', '[data-preview]'));
  await gone(app, '[data-preview]');
  // Text in the cell of a number: the template holds it as it was typed.
  await enterAll(app, { 'TT-3.done': 'bốn trăm', 'TT-3.total': '900' });
  await report(app);
  const { path } = await made(app, 'export-template');
  await app.js('location.hash = "#/nhap-lieu"');
  await enterAll(app, { 'TT-3.done': '410', 'TT-3.total': '850' });
  await saved(app);
  await app.importFile(path);
  const text = await app.text('[data-preview]');
  assert.match(text, /Từ mẫu Excel đã điền/);
  assert.match(text, /1 ô không lấy được/);
  assert.match(text, /Số liệu!E\d+ \(“bốn trăm”\): không phải là số/);
  const changes = await app.js('return [...document.querySelectorAll("[data-difference]")].map((row) => row.dataset.difference)');
  assert.deepEqual(changes, ['TT-3.total']);
  await press(app, button('import-replace', '[data-preview]'));
  await gone(app, '[data-preview]');
  await holds(app, 'TT-3.total', '900');
  await holds(app, 'TT-3.done', '410');
  await press(app, button('undo'));
  await holds(app, 'TT-3.total', '850');
  assert.deepEqual(await app.requests(), []);
  assert.deepEqual(await app.consoleErrors(), []);
});

eachBrowser('what is handed to the module of Word and Excel stays whole while the memory of the page\'s own module grows', { ready: false }, async (app) => {
  // The first module to be made is the page's own; the task is begun, and its memory grows before anything is read.
  await app.beforePage(`
    const instantiate = WebAssembly.instantiate;
    WebAssembly.instantiate = async (...given) => {
      const made = await instantiate.apply(WebAssembly, given);
      window.firstMemory ??= (made.instance ?? made).exports.memory;
      return made;
    }`);
  await app.open();
  await heading(app, { unit: 'UBND xã Phú Mậu', year: 2023 });
  await enterAll(app, { 'TT-3.done': '410', 'TT-3.total': '850' });
  await report(app);
  const { path } = await made(app, 'export-template');
  await app.js('location.hash = "#/nhap-lieu"');
  await enter(app, 'TT-3.done', '411');
  await saved(app);
  await app.js(`
    const { run } = tuChamOffice;
    tuChamOffice.run = (...given) => {
      const promised = run(...given);
      const before = firstMemory.buffer;
      firstMemory.grow(1);
      window.grown = before.byteLength === 0 && given[3].length;
      return promised;
    }`);
  await app.importFile(path);
  await app.find('[data-preview]');
  assert.ok((await app.js('return window.grown')) > 1000, 'the memory grew, and the bytes are all there');
  assert.deepEqual(await app.js('return [...document.querySelectorAll("[data-difference]")].map((row) => row.dataset.difference)'), ['TT-3.done']);
  assert.deepEqual(await app.consoleErrors(), []);
});

inOneBrowser('a workbook that is none of ours is refused with one reason, and changes nothing', async (app) => {
  await enterAll(app, { 'TT-3.done': '410' });
  const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  for (const [name, content, problem] of [
    ['cũ.xls', compound, 'workbook-old-or-locked'],
    ['cụt.xlsx', Buffer.from('PK\u0003\u0004 cụt'), 'workbook-damaged'],
  ]) {
    await app.importFile(app.writeFile(name, content));
    await app.find(`[role="alert"][data-problem="${problem}"]`);
    assert.equal(await held(app, 'TT-3.done'), '410');
  }
});

/** The single file with `change` made to the content of one of its blocks. */
const spoiled = (id, change) => (text) => {
  const tag = new RegExp(`(<script [^>]*id="${id}">)([^]*?)(</script>)`);
  assert.match(text, tag);
  return text.replace(tag, (_, open, content, close) => open + change(content) + close);
};

for (const [what, id, change] of [
  ['cut', 'tu-cham-office', (text) => text.slice(0, text.length / 2)],
  ['missing', 'tu-cham-office', () => ''],
  ['changed', 'tu-cham-office-glue', (text) => `${text};window.ran = true`],
]) {
  eachBrowser(`a second module that is ${what} is told, may be asked for again, and the page goes on`, { edit: spoiled(id, change) }, async (app) => {
    await heading(app, { unit: 'UBND xã Phú Mậu', year: 2023 });
    await report(app);
    for (let time = 0; time < 2; time++) {
      await press(app, button('export-docx'));
      await noticed(app, 'office-missing');
      await press(app, button('dismiss'));
    }
    assert.equal(await app.js('return window.ran ?? null'), null);
    await app.js('location.hash = "#/nhap-lieu"');
    await enterAll(app, { 'TT-3.done': '410', 'TT-3.total': '850' });
    await app.rowSees('TT-3', { points: '8.770' });
    assert.equal(await app.js('return document.getElementById("failure").hidden'), true);
  });
}

eachBrowser('a module that breaks over its task is told, and the next one begins afresh', async (app) => {
  await heading(app, { unit: 'UBND xã Phú Mậu', year: 2023 });
  await report(app);
  // More than its memory holds: it ends in the middle of its work.
  await app.js('window.whole = tuChamOffice.run; tuChamOffice.run = (task) => window.whole(task, { length: 4e9 }, "")');
  await press(app, button('export-xlsx'));
  await noticed(app, 'office-broken');
  await app.js('tuChamOffice.run = window.whole');
  assert.ok(isPackage((await made(app, 'export-xlsx')).bytes));
  assert.equal(await app.js('return document.getElementById("failure").hidden'), true);
});

inOneBrowser('a second module that does not come from the site is told, and one that is long in coming is announced', { hosted: true }, async (app) => {
  await heading(app, { unit: 'UBND xã Phú Mậu', year: 2023 });
  await report(app);
  await app.js('window.whole = fetch; window.fetch = () => Promise.reject(new Error("gone"))');
  await press(app, button('export-docx'));
  await noticed(app, 'office-missing');
  // When it is long in coming, that is said until it is there.
  await app.js('window.fetch = (...asked) => new Promise((come) => { window.come = () => come(window.whole(...asked)) })');
  const file = made(app, 'export-docx');
  await app.find('[role="status"] [data-office="awaited"]');
  await app.js('window.come()');
  assert.ok(isPackage((await file).bytes));
  await gone(app, '[data-office]');
});
