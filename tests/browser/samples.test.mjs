// Model units: opened in one click or by an address, marked on every page and file, never kept, and left for what was open.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { eachBrowser, inOneBrowser } from './support/app.mjs';
import { button, choice, enter, enterAll, gone, heading, held, holds, press, saved } from './support/entry.mjs';
import { digest } from './support/seal.mjs';
import { stored } from './support/storage.mjs';
import { until } from './support/wait.mjs';

const middling = 'commune-2023-middling';
const pages = ['nhap-lieu', 'ket-qua', 'thu-phuong-an', 'bao-cao', 'trinh-chieu', 'huong-dan'];
const mark = 'DỮ LIỆU MẪU – KHÔNG PHẢI SỐ LIỆU THẬT';
const strip = '.sample-strip';

const go = (app, path) => app.js('location.hash = arguments[0]', `#/${path}`);
const address = (app) => app.js('return location.hash');
const marked = (app) => app.js('return document.documentElement.dataset.sample ?? null');
const opener = (id) => `[data-action="open-sample"][data-sample="${id}"]`;

async function isOpen(app, id) {
  await until(`the sample ${id}`, async () => (await marked(app)) === id);
  await app.find(strip);
}

/** Opens a sample from the list of its page, and goes to the page of figures. */
async function openSample(app, id = middling) {
  await go(app, 'trinh-chieu');
  await press(app, opener(id));
  await isOpen(app, id);
  await go(app, 'nhap-lieu');
  await holds(app, 'unit', 'UBND xã Mẫu B (dữ liệu mẫu)');
}

/** A document of the user's own, saved. */
async function working(app) {
  await heading(app, { unit: 'UBND xã Phú Mậu', year: 2023 });
  await enterAll(app, { 'TT-3.done': '410', 'TT-3.total': '850' });
  await saved(app);
}

async function leave(app) {
  await app.click(button('leave-sample'));
  await gone(app, strip);
}

/** Everything that the browser keeps, as one text. */
async function everything(app) {
  const local = await app.js('return Object.entries(localStorage).map((pair) => pair.join("=")).join("\\n")');
  return JSON.stringify(await stored(app)) + local;
}

async function nothingKept(app, drafts) {
  const text = await everything(app);
  for (const sign of ['6d61752d-', 'dữ liệu mẫu', '"sample"']) assert.ok(!text.includes(sign), `${sign} is kept`);
  assert.equal((await stored(app)).drafts.length, drafts);
}

inOneBrowser('a sample opened over a document is typed into, reloaded and left, and nothing of it is kept', async (app) => {
  await working(app);
  await openSample(app);
  assert.equal(await address(app), `#/nhap-lieu?mau=${middling}`);
  assert.equal(await held(app, 'TT-3.done'), '980');
  await app.rowSees('TT-3', { points: '6.364' });
  assert.equal(await app.out('saved'), 'sample');
  await enter(app, 'TT-3.done', '1540');
  await app.rowSees('TT-3', { points: '10.000', value: '55.000' });
  // Undo works as anywhere.
  await press(app, button('undo'));
  await app.rowSees('TT-3', { points: '6.364' });
  await enter(app, 'TT-3.done', '1540');
  await nothingKept(app, 1);

  await app.reload();
  await isOpen(app, middling);
  assert.equal(await held(app, 'TT-3.done'), '980', 'it begins anew');
  await nothingKept(app, 1);

  await press(app, button('drafts'));
  const list = await app.text('[role="dialog"]');
  assert.ok(list.includes('UBND xã Phú Mậu') && !list.includes('Mẫu B'), list);
  assert.ok(await app.js('return document.querySelector("[name=new-set]").value !== ""'), 'a new document has a set to begin with');
  await press(app, button('close', '[role="dialog"]'));
  await gone(app, '[role="dialog"]');

  await leave(app);
  assert.equal(await marked(app), null);
  assert.equal(await address(app), '#/nhap-lieu');
  await holds(app, 'unit', 'UBND xã Phú Mậu');
  assert.deepEqual([await held(app, 'TT-3.done'), await held(app, 'TT-3.total')], ['410', '850']);
  await app.rowSees('TT-3', { points: '8.770' });
  await app.reload();
  await holds(app, 'TT-3.done', '410');
  await nothingKept(app, 1);
  assert.deepEqual(await app.consoleErrors(), []);
  assert.deepEqual(await app.requests(), []);
});

inOneBrowser('every page says that a sample is open, by word and mark, and keeps it in its address', { timeout: 200_000 }, async (app) => {
  await openSample(app);
  for (const page of pages) {
    await app.click(`nav a[href="#/${page}?mau=${middling}"]`);
    await app.find(`nav a[href^="#/${page}"][aria-current="page"]`);
    assert.equal(await address(app), `#/${page}?mau=${middling}`);
    assert.match(await app.text(strip), /Dữ liệu mẫu – không phải số liệu thật\./, page);
    const ground = await app.js('const e = document.querySelector(".sample-mark span"); return [e.dataset.mark, getComputedStyle(e, "::before").content]');
    assert.equal(ground[0], mark, page);
    assert.match(ground[1], /DỮ LIỆU MẪU|attr\(data-mark\)/, page);
    assert.equal(await marked(app), middling);
    for (const theme of ['light', 'dark']) {
      await app.theme(theme);
      assert.deepEqual(await app.axe(), [], `${page}, ${theme}`);
    }
    await app.viewport(360, 640);
    const wide = await app.js('return document.documentElement.scrollWidth');
    assert.ok(wide <= 360, `${page} is ${wide} wide`);
    const box = await app.js('const r = document.querySelector(".sample-strip").getBoundingClientRect(); return [r.top, r.bottom]');
    assert.ok(box[0] > 400 && box[1] <= 641, `${page}: the strip from ${box[0]} to ${box[1]}`);
    await app.viewport(1280, 800);
  }
});

inOneBrowser('an address opens a sample before anything else is seen, and an unknown one opens nothing', { ready: false }, async (app) => {
  await app.open();
  await working(app);
  await app.open('#/huong-dan', { wait: false });
  await app.driver.get('about:blank');
  await app.open('#/ket-qua?mau=province-2025-middling');
  await isOpen(app, 'province-2025-middling');
  assert.match(await app.text('main'), /UBND tỉnh Mẫu/);
  await nothingKept(app, 1);
  await app.driver.get('about:blank');
  await app.open('#/ket-qua?mau=province-2025-best');
  assert.match(await app.text('[data-notice="sample-unknown"]'), /province-2025-best/);
  assert.equal(await marked(app), null);
  assert.match(await app.text('main'), /UBND xã Phú Mậu/);
});

inOneBrowser('the year is switched with the figures as they are', async (app) => {
  await openSample(app);
  await app.click(choice('sample-year', '2025'));
  await isOpen(app, 'commune-2025-middling');
  assert.equal(await address(app), '#/nhap-lieu?mau=commune-2025-middling');
  assert.equal(await held(app, 'TT-3.done'), '980');
  await app.rowSees('TT-3', { points: '3.684' });
  assert.equal(await held(app, 'as_of'), '2025-12-15');
  await app.click(choice('sample-year', '2023'));
  await isOpen(app, middling);
  await app.rowSees('TT-3', { points: '6.364' });
});

inOneBrowser('files of a sample are marked, and open as a sample and nothing else', async (app) => {
  await working(app);
  await openSample(app);
  await enter(app, 'TT-3.done', '1540');
  await app.rowSees('TT-3', { points: '10.000' });
  const json = await app.download(() => press(app, button('export-json')));
  assert.match(json.name, /^MAU-UBND xã Mẫu B/);
  const file = JSON.parse(json.text);
  assert.equal(file.sample, middling);
  assert.equal(file.digest, digest(file));
  await go(app, 'bao-cao');
  assert.equal(await app.text('.paper__sample'), mark);
  const csv = await app.download(() => press(app, button('export-csv')));
  assert.match(csv.name, /^MAU-/);
  assert.ok(csv.text.replace('\ufeff', '').startsWith(mark));
  await go(app, 'ket-qua');
  const svg = await app.download(() => press(app, button('save-svg')));
  assert.ok(svg.name.startsWith('MAU-') && svg.text.split(mark).length >= 3);
  const plan = await app.download(() => press(app, button('export-plan')));
  assert.ok(plan.name.startsWith('MAU-') && plan.text.includes(mark));
  await leave(app);

  await go(app, 'nhap-lieu');
  await app.importFile(json.path);
  await app.find('[data-preview] [data-sample]');
  assert.equal(await app.js('return document.querySelectorAll("[data-preview] [data-action=import-new], [data-preview] [data-action=import-replace]").length'), 0);
  assert.deepEqual(await app.axe(), []);
  await press(app, button('import-sample', '[data-preview]'));
  await isOpen(app, middling);
  await holds(app, 'TT-3.done', '1540');
  await nothingKept(app, 1);
  await leave(app);
  await holds(app, 'TT-3.done', '410');
});

eachBrowser('a copy that carries a sample opens as that sample', { timeout: 120_000 }, async (app) => {
  await openSample(app);
  await enter(app, 'TT-3.done', '1540');
  await app.rowSees('TT-3', { points: '10.000' });
  const copy = await app.download(() => press(app, button('export-html')));
  assert.match(copy.name, /^MAU-.*\.html$/);
  assert.ok(readFileSync(copy.path, 'utf8').includes('"sample"'));
  await app.restart({ fresh: true });
  await app.driver.get(pathToFileURL(copy.path).href);
  await app.ready();
  await isOpen(app, middling);
  await holds(app, 'TT-3.done', '1540');
  await nothingKept(app, 0);
  await leave(app);
  assert.equal(await held(app, 'TT-3.done'), '');
});

inOneBrowser('a real file opened over a sample leaves it first', async (app) => {
  await working(app);
  await openSample(app);
  await app.importFile(new URL('../golden/assessment-v1.json', import.meta.url).pathname);
  await app.find('[data-preview] [data-leaves-sample]');
  await press(app, button('import-new', '[data-preview]'));
  await gone(app, strip);
  assert.equal(await marked(app), null);
  await saved(app);
  await nothingKept(app, 2);
});
