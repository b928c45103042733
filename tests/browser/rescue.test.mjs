// When the program breaks, or can't start: what was saved is handed over without it, and nothing is written any more.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { eachBrowser, inOneBrowser } from './support/app.mjs';
import { button, details, enterAll, heading, holds, press, saved } from './support/entry.mjs';
import { until } from './support/wait.mjs';

const rescue = '#failure [data-action="rescue"]';

/** A document with figures, saved. */
async function fill(app) {
  await heading(app, { unit: 'UBND xã Phú Mậu', year: 2023 });
  await enterAll(app, { 'TT-3.done': '410', 'TT-3.total': '850' });
  await saved(app);
}

/** Lets the browser refuse the next drawing of something new: Yew panics. */
const refuseDrawing = 'Node.prototype.insertBefore = () => { throw new Error("thử") };';

/** Waits for the message of a kind. */
const fails = (app, kind) => until(`the message ${kind}`, () => app.js('return document.getElementById("failure").dataset.failure === arguments[0]', kind));

/** Asks for a dialog, which can't be drawn any more. */
const draw = 'document.querySelector(\'[data-action="drafts"]\').click();';

/** Breaks the program while it draws. */
async function breakIt(app) {
  await app.js(refuseDrawing + draw);
  await fails(app, 'broken');
}

/** The documents offered, as they are called beside their buttons. */
const offered = (app) => app.js('return [...document.querySelectorAll(\'#failure [data-action="rescue"]\')].map((e) => e.parentNode.querySelector("bdi").textContent)');

/** Runs `body` on the store of drafts (`store`), and waits until the disk has it. */
const onStore = (app, body, ...values) =>
  app.driver.executeAsyncScript(
    `const done = arguments[arguments.length - 1], values = arguments;
     const asked = indexedDB.open('tu-cham');
     asked.onerror = () => done(String(asked.error));
     asked.onsuccess = () => {
       try {
         const writing = asked.result.transaction('drafts', 'readwrite', { durability: 'strict' });
         const store = writing.objectStore('drafts');
         ${body};
         writing.oncomplete = () => { asked.result.close(); done('kept') };
         writing.onabort = () => done(String(writing.error));
       } catch (refused) {
         done(String(refused));
       }
     }`,
    ...values,
  );

eachBrowser('a program that broke hands over what it saved, and the file opens again elsewhere', { timeout: 120_000 }, async (app) => {
  await fill(app);
  await breakIt(app);
  assert.match(await app.text('#failure'), /^Ứng dụng gặp lỗi[^]*panicked at position\.rs:\d/);
  const file = await app.download(() => app.click(rescue));
  assert.match(file.name, /^UBND xã Phú Mậu - 2023 - \d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d\.json$/);
  assert.deepEqual(JSON.parse(file.text).answers['TT-3'].figures, { done: '410', total: '850' });

  await app.reload();
  await holds(app, 'TT-3.total', '850');
  assert.equal(await app.js('return document.getElementById("failure").hidden'), true);

  await app.restart({ fresh: true });
  await app.open();
  await app.importFile(file.path);
  await app.find('[data-preview]');
  await app.click(button('import-new'));
  await holds(app, 'unit', 'UBND xã Phú Mậu');
  await holds(app, 'TT-3.total', '850');
});

eachBrowser('a program that broke writes nothing more, and what was typed last is told', async (app) => {
  await fill(app);
  const before = await app.js('return { ...localStorage }');
  // Typed and broken in one turn of the browser: no time to save.
  await app.js(`${refuseDrawing}
    const field = document.querySelector('[name="TT-4a.done"]');
    field.value = '104';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    ${draw}`);
  await fails(app, 'broken');
  await until('what was typed', async () => (await app.text('#failure')).includes('TT-4a.done = 104'));
  assert.ok(!(await app.text('#failure')).includes('TT-3.done'), 'what is in the file is not told again');

  const kept = await app.js('return { ...localStorage }');
  const flush = Object.keys(kept).find((key) => key.startsWith('tu-cham.flush.'));
  assert.equal(JSON.parse(kept[flush].split('\n').slice(2).join('\n')).answers['TT-3'].figures.total, '850');
  assert.deepEqual({ ...kept, [flush]: undefined }, { ...before, [flush]: undefined });
  await app.js('dispatchEvent(new Event("pagehide"))');
  assert.deepEqual(await app.js('return { ...localStorage }'), kept, 'hiding the page writes nothing');
  assert.match(await onStore(app, 'store'), /Tự chấm has stopped/);
  assert.equal(await app.js('return document.getElementById("app").matches("[inert]")'), true);
});

inOneBrowser('every document on this computer is offered, the one open last first', async (app) => {
  await fill(app);
  await press(app, button('drafts'));
  await press(app, button('new-draft'));
  await holds(app, 'unit', '');
  await heading(app, { unit: 'UBND xã Phú Thanh/"cũ"', year: 2022 });
  await saved(app);
  const written = await onStore(app, `
    store.put({ id: 'foreign' });
    store.put({ id: 'xóa', revision: 3, saved: '2023-12-01T08:00:00+07:00', text: '{"unit":{"name":"UBND xã Đã Xóa"},"year":2023}', summary: '', removed: '2023-12-02T08:00:00+07:00' })`);
  assert.equal(written, 'kept');
  await app.js(`
    localStorage.setItem('tu-cham.flush.vội', '7\\n2023-12-03T08:00:00+07:00\\n{\\n"unit":{"name":"UBND xã Vội"},"year":2024}');
    localStorage.setItem('tu-cham.flush.lạ', 'không phải')`);
  await breakIt(app);
  await until('four documents', async () => (await offered(app)).length === 4);
  const names = await offered(app);
  assert.deepEqual(names.map((name) => name.replace(/ - \d{4}-.*$/, '')),
    ['UBND xã Phú Thanh/"cũ" - 2022', 'UBND xã Phú Mậu - 2023', 'UBND xã Vội - 2024', 'UBND xã Đã Xóa - 2023']);
  const first = await app.download(() => app.click(rescue));
  assert.match(first.name, /^UBND xã Phú Thanhcũ - 2022 - /);
  const hasty = await app.download(() => app.click('#failure [data-draft="vội"]'));
  assert.deepEqual([hasty.name, JSON.parse(hasty.text).year], ['UBND xã Vội - 2024 - 2023-12-03 08.00.00.json', 2024]);
});

inOneBrowser('the newer of what is stored and what was written in haste is handed over', async (app) => {
  await fill(app);
  await app.js(`
    const id = localStorage.getItem('tu-cham.document');
    localStorage.setItem('tu-cham.flush.' + id, '900\\n2030-01-01T08:00:00+07:00\\n{"unit":{"name":"Mới hơn"},"year":2025}')`);
  // Opened in a page that can't start, where nothing was put together yet.
  await app.beforePage('WebAssembly.compile = () => Promise.reject(new Error("chặn"))');
  await app.open('', { wait: false });
  await app.driver.navigate().refresh();
  await fails(app, 'blocked');
  await until('the newer', async () => (await offered(app)).join() === 'Mới hơn - 2025 - 2030-01-01 08.00.00');
});

inOneBrowser('a damaged file still hands over what was saved before', async (app) => {
  await fill(app);
  await details(app, 'TT-3');
  const whole = readFileSync(app.path, 'utf8');
  writeFileSync(app.path, whole.slice(0, whole.indexOf('id="tu-cham-module"') + 5000));
  await app.driver.navigate().refresh();
  await fails(app, 'damaged');
  const file = await app.download(() => app.click(rescue));
  assert.equal(JSON.parse(file.text).answers['TT-3'].figures.done, '410');
  writeFileSync(app.path, whole);
  await app.reload();
  await holds(app, 'TT-3.done', '410');
});

eachBrowser('where nothing is stored the message says so, and makes no database', { ready: false, edit: (text) => text.slice(0, text.indexOf('id="tu-cham-module"') + 5000) }, async (app) => {
  await app.open('', { wait: false });
  await fails(app, 'damaged');
  await until('that nothing is stored', async () => /chưa lưu số liệu nào[^]*No figures are saved/.test(await app.text('#failure')));
  assert.deepEqual(await offered(app), []);
  assert.deepEqual(await app.driver.executeAsyncScript('indexedDB.databases().then((all) => arguments[0](all.map((each) => each.name)))'), []);
});

for (const [what, how] of [
  ['throws', 'get() { throw new DOMException("no", "SecurityError") }'],
  ['is not there', 'value: undefined'],
]) {
  eachBrowser(`storage that ${what} does not keep the message away`, {
    ready: false,
    edit: (text) => text.slice(0, text.indexOf('id="tu-cham-module"') + 5000),
  }, async (app) => {
    await app.beforePage(`for (const name of ['localStorage', 'indexedDB']) Object.defineProperty(window, name, { ${how} })`);
    await app.open('', { wait: false });
    await fails(app, 'damaged');
    await until('why nothing is offered', async () => /không cho đọc nơi lưu[^]*does not let saved figures be read/.test(await app.text('#failure')));
  });
}

// A request that no event ever answers.
const silent = 'Object.assign(new EventTarget(), { readyState: "pending" })';
for (const [what, script] of [
  ['opening', `IDBFactory.prototype.open = () => (${silent})`],
  ['reading', `IDBObjectStore.prototype.getAll = () => (${silent})`],
]) {
  eachBrowser(`a storage that never answers on ${what} keeps nobody from typing, and what was typed is found again`, { ready: false }, async (app) => {
    await app.beforePage(`if (window.name !== 'answers') ${script}`);
    await app.open();
    await app.sees('saved', 'memory');
    assert.match(await app.text('[data-out="saved"]'), /không trả lời/);
    await heading(app, { unit: 'UBND xã Phú Mậu', year: 2023 });
    await enterAll(app, { 'TT-3.done': '410', 'TT-3.total': '850' });
    await app.rowSees('TT-3', { points: '8.770' });
    await app.js("window.name = 'answers'");
    await app.reload();
    await holds(app, 'TT-3.done', '410');
    await app.sees('saved', 'saved');
  });
}

eachBrowser('where the browser keeps nothing, what was entered is still handed over', { ready: false }, async (app) => {
  await app.beforePage('Object.defineProperty(window, "indexedDB", { value: undefined })');
  await app.open();
  await app.sees('saved', 'memory');
  await heading(app, { unit: 'UBND xã Phú Mậu', year: 2023 });
  await enterAll(app, { 'TT-3.done': '410' });
  await app.rowSees('TT-3', { state: 'empty' });
  // Hiding the page puts the text together at once, as the timer does a moment later.
  await app.js('dispatchEvent(new Event("pagehide"))');
  assert.deepEqual(await app.js('return Object.keys(localStorage).filter((key) => key.startsWith("tu-cham.flush."))'), []);
  await breakIt(app);
  const file = await app.download(() => app.click(rescue));
  assert.deepEqual(JSON.parse(file.text).answers['TT-3'].figures, { done: '410' });
});

eachBrowser('what is thrown through the module is a failure, what is thrown elsewhere is not', async (app) => {
  await fill(app);
  await app.js('dispatchEvent(new ErrorEvent("error", { error: new Error("một tiện ích") }))');
  assert.equal(await app.js('return document.getElementById("failure").hidden'), true);
  // Scrolling is what no part of the program expects to be refused. A function of the browser's own refuses it here,
  // for what a test's script throws the page is not told of.
  await app.js(`
    Element.prototype.scrollIntoView = Document.prototype.createElement;
    location.hash = '#/huong-dan/10'`);
  await fails(app, 'broken');
  await app.js('delete Element.prototype.scrollIntoView');
  assert.match(await app.text('#failure'), /TypeError/);
  const file = await app.download(() => app.click(rescue));
  assert.equal(JSON.parse(file.text).answers['TT-3'].figures.total, '850');
});
