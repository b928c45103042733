// The application with a document inside: it is the published file but for the data, opens anywhere, and offers what it carries.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { eachBrowser, inOneBrowser } from './support/app.mjs';
import { button, enter, enterAll, figures, gone, header, heading, held, holds, press, saved } from './support/entry.mjs';
import { dist } from './support/files.mjs';
import { sealed } from './support/seal.mjs';
import { until } from './support/wait.mjs';

const published = readFileSync(join(dist, 'tu-cham.html'), 'utf8');
const golden = readFileSync(new URL('../golden/assessment-v1.json', import.meta.url), 'utf8');
const set = readFileSync(new URL('../../sets/196-ctr-ubnd.json', import.meta.url), 'utf8');
const sha256 = (text) => createHash('sha256').update(text).digest('hex');

/** The page's text with its blocks emptied, done by hand and not by the product. */
const emptied = (text) => text.replace(/(id="tu-cham-(?:set|data)">)[^<]*(?=<)/g, '$1');
/** JSON text as a block holds it. */
const inBlock = (json) => json.replace(/[<>&\u2028\u2029]/g, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`);
const carrying = (id, json) => published.replace(`id="${id}">`, () => `id="${id}">${inBlock(json)}`);
const carried = (text) => JSON.parse(/id="tu-cham-data">([^<]*)</.exec(text)[1]);

const mine = { 'TT-3.done': '410', 'TT-3.total': '850', 'TC-1.done': '12,5' };

/** A commune with figures of its own, saved. */
async function begun(app) {
  await heading(app, { unit: 'UBND xã Phú Mậu', year: 2023 });
  await enterAll(app, mine);
  await saved(app);
}

const copied = (app, action = 'export-html') => app.download(() => press(app, button(action)));
const notice = (app, kind) => app.text(`[data-notice="${kind}"]`);

/** Opens a file from disk; `fresh` on a computer that has never seen it. */
async function openFile(app, path, { fresh = true } = {}) {
  if (fresh) await app.restart({ fresh: true });
  await app.driver.get(pathToFileURL(path).href);
  await app.ready();
}

const open = async (app, choice = 'import-new') => {
  await press(app, button(choice, '[data-preview]'));
  await gone(app, '[data-preview]');
};

async function quiet(app) {
  assert.deepEqual(await app.requests(), []);
  assert.deepEqual(await app.consoleErrors(), []);
}

/** What the section about the application says of its own text. */
async function ownSum(app) {
  await app.js('location.hash = "#/huong-dan"');
  const sum = await until('the sum of the application', () => app.out('app-sha256'));
  await app.js('location.hash = "#/nhap-lieu"');
  await app.find('[name="unit"]');
  return sum;
}

eachBrowser('a copy is the published file with the document inside, and offers it where nobody knows it', async (app) => {
  await begun(app);
  const before = await figures(app);
  // What an extension adds to the page is none of the file's.
  await app.js('for (const tag of ["style", "script"]) document.head.append(document.createElement(tag))');
  const copy = await copied(app);
  assert.match(copy.name, /^UBND xã Phú Mậu - 2023 - .*\.html$/);
  assert.match(await notice(app, 'copy-exported'), /Tải về[^]*UBND xã Phú Mậu - 2023/);
  // Whether it came is for the user to say.
  assert.match(await app.text('[data-out="saved"]'), /đã chuyển tệp cho trình duyệt lúc/);
  await press(app, button('file-there', '[data-out="saved"]'));
  await gone(app, '[data-notice]');
  assert.match(await app.text('[data-out="saved"]'), /tệp xuất gần nhất: hôm nay/);
  assert.equal(emptied(copy.text), published);
  assert.equal(carried(copy.text).answers['TT-3'].figures.done, '410');
  await quiet(app);

  await openFile(app, copy.path);
  assert.match(await app.text('[data-preview]'), /UBND xã Phú Mậu/);
  assert.equal(await held(app, 'TT-3.done'), '', 'nothing is taken before it is chosen');
  await open(app);
  await holds(app, 'unit', 'UBND xã Phú Mậu');
  assert.deepEqual(await figures(app), before);
  await quiet(app);
});

inOneBrowser('what was opened from a copy is not asked again, and still offered', async (app) => {
  const path = app.writeFile('bản kèm số liệu.html', carrying('tu-cham-data', golden));
  await openFile(app, path);
  await press(app, button('import-cancel', '[data-preview]'));
  await gone(app, '[data-preview]');
  await app.reload();
  await app.find('[data-preview]');
  await open(app);
  await saved(app);
  await app.reload();
  assert.equal(await held(app, 'TT-3.done'), '410');
  assert.equal(await app.js('return document.querySelector("[data-preview]")'), null);

  // Worked on, it is another document than the one in the file: the draft goes on, the file's is a button away.
  await enter(app, 'TT-3.done', '500');
  await saved(app);
  await app.reload();
  assert.equal(await held(app, 'TT-3.done'), '500');
  assert.match(await app.text('[data-carried]'), /kèm số liệu của UBND xã Phú Mậu, 2023/);
  await press(app, button('show-carried'));
  assert.match(await app.text('[data-preview]'), /48,770/);
  await press(app, button('import-cancel', '[data-preview]'));
  assert.equal(await held(app, 'TT-3.done'), '500');
  await quiet(app);
});

inOneBrowser('a copy that holds what the draft of this computer holds opens that draft without asking', async (app) => {
  await app.importFile(app.writeFile('phiếu.json', golden));
  await open(app);
  await saved(app);
  await press(app, button('drafts'));
  await press(app, button('new-draft'));
  await enter(app, 'unit', 'UBND xã khác');
  await saved(app);
  // Firefox keeps the drafts of each path apart, so the copy takes the place of the file.
  const path = app.path;
  app.writeFile(path.split('/').at(-1), carrying('tu-cham-data', golden));
  await openFile(app, path, { fresh: false });
  await holds(app, 'unit', 'UBND xã Phú Mậu');
  assert.match(await notice(app, 'carried-is-draft'), /trùng với bản nháp trên máy này/);
  assert.equal(await app.js('return document.querySelector("[data-preview]")'), null);
  await quiet(app);
});

inOneBrowser('a copy of a copy of a copy is the same file, and the application in it too', { timeout: 150_000 }, async (app) => {
  await begun(app);
  const texts = [];
  for (const _ of [1, 2, 3]) {
    const copy = await copied(app);
    texts.push(copy.text);
    await openFile(app, copy.path);
    await open(app);
    await saved(app);
  }
  assert.equal(texts[1], texts[0]);
  assert.equal(texts[2], texts[0]);
  assert.equal(emptied(texts[2]), published);
  assert.equal(await ownSum(app), sha256(published));
  await quiet(app);
});

eachBrowser('the page puts its own text together byte for byte and says its sum', async (app) => {
  const stated = readFileSync(join(dist, 'tu-cham.html.sha256'), 'utf8');
  assert.equal(stated, `${sha256(readFileSync(join(dist, 'tu-cham.html')))}  tu-cham.html\n`);
  assert.equal(await ownSum(app), stated.slice(0, 64));
  await app.js('location.hash = "#/huong-dan"');
  assert.equal(await app.out('app-version'), JSON.parse(readFileSync(new URL('../../package.json', import.meta.url))).version);
  assert.match(await app.text('.about'), /Get-FileHash[^]*có thể nói dối|có thể nói dối[^]*Get-FileHash/);
  assert.deepEqual(await app.axe(), []);
  await quiet(app);
});

eachBrowser('a page that something has changed hands over no copy of itself', async (app) => {
  await begun(app);
  await app.js('document.querySelector("style[data-part]").textContent += "p { color: red }"');
  await press(app, button('export-html'));
  assert.match(await notice(app, 'copy-refused'), /khác bản gốc[^]*Xuất tệp/);
  assert.match(await app.text('[data-out="saved"]'), /chưa xuất tệp nào/);
  await app.js('location.hash = "#/huong-dan"');
  await until('the word about the change', async () => /khác bản gốc/.test(await app.text('[data-out="app-sha256"]')));
  assert.equal(await app.out('app-sha256'), '');
});

eachBrowser('a copy is read by the original as a file, whatever a browser made of it', async (app) => {
  const copy = carrying('tu-cham-data', golden);
  await openFile(app, app.writeFile('bản kèm.html', copy));
  await open(app);
  // As a browser writes a page that it saves: the page drawn, not the file. Opened, it still knows its original.
  const asSaved = await app.js('return "<!DOCTYPE html>\\n<!-- saved from url=(0021)file:///tu-cham.html -->\\n" + document.documentElement.outerHTML');
  await openFile(app, app.writeFile('lưu trang, mở lại.html', asSaved));
  await open(app);
  assert.equal(emptied((await copied(app)).text), published);
  await openFile(app, app.path);
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(copy, 'utf16le')]);
  for (const [name, content] of [['bản kèm', copy], ['BOM', `\ufeff${copy}`], ['UTF-16', utf16], ['lưu trang', asSaved]]) {
    await app.importFile(app.writeFile(`${name}.html`, content));
    assert.match(await app.text('[data-preview]'), /UBND xã Phú Mậu[^]*Nguyên vẹn[^]*48,770/, name);
    await press(app, button('import-cancel', '[data-preview]'));
    await gone(app, '[data-preview]');
  }
  for (const [name, content, problem] of [
    ['gốc', published, 'empty-copy'],
    ['báo', '<!DOCTYPE html><title>Báo</title><p>Tin trong ngày', 'other-page'],
    ['cắt', copy.slice(0, copy.indexOf('"TT-3"')), 'not-json'],
  ]) {
    await app.importFile(app.writeFile(`${name}.html`, content));
    assert.match(await app.text(`[role="alert"][data-problem="${problem}"]`), new RegExp(`${name}\\.html`));
    await press(app, button('dismiss', '[role="alert"]'));
  }
  assert.equal(await held(app, 'TT-3.done'), '');
  await quiet(app);
});

inOneBrowser('names that would end or hide the page run nothing in a copy', async (app) => {
  const nasty = '</script><script>window.ran=1</script><!--<script>\u2028\u2029\u202e]]>&lt;</SCRIPT >';
  const file = JSON.parse(golden);
  file.unit.name = nasty;
  file.answers['TT-3'].note = nasty;
  file.answers[nasty] = { figures: { [nasty]: nasty } };
  await app.importFile(app.writeFile('độc.json', sealed(file)));
  await open(app);
  const copy = await copied(app);
  assert.equal(emptied(copy.text), published);
  await openFile(app, copy.path);
  await open(app);
  assert.equal(await held(app, 'unit'), nasty);
  assert.equal(await app.js('return window.ran ?? null'), null);
  const back = JSON.parse((await app.download(() => press(app, button('export-json')))).text);
  assert.equal(back.answers[nasty].figures[nasty], nasty);
  await quiet(app);
});

inOneBrowser('a form has the heading and nothing else, and each who opens it begins a document', async (app) => {
  await begun(app);
  await enter(app, 'prepared_by', 'Nguyễn Văn A');
  await press(app, button('send'));
  assert.match(await app.text('[role="dialog"]'), /UBND xã Phú Mậu, cấp xã, 2023/);
  assert.deepEqual(await app.axe(), []);
  const form = await copied(app, 'export-form');
  assert.match(form.name, /^Phiếu trống UBND xã Phú Mậu - 2023/);
  await notice(app, 'form-exported');
  assert.match(await app.text('[data-out="saved"]'), /chưa xuất tệp nào/, 'a form is no copy of the figures');
  const { document, unit, year, answers, narrative } = carried(form.text);
  assert.deepEqual([document.id, unit.name, unit.level, unit.prepared_by, year, answers], ['', 'UBND xã Phú Mậu', 'commune', '', 2023, {}]);
  assert.deepEqual(narrative, { difficulties: '', proposals: '' });

  const ids = [];
  for (const _ of [1, 2]) {
    await openFile(app, form.path);
    assert.match(await app.text('[data-preview]'), /phiếu trống/);
    assert.equal(await app.js('return document.querySelector("[data-preview] [data-action=import-replace]")'), null);
    assert.deepEqual(await app.axe(), []);
    await open(app);
    await holds(app, 'unit', 'UBND xã Phú Mậu');
    assert.deepEqual([await held(app, 'year'), await held(app, 'level')], ['2023', 'commune']);
    await enter(app, 'TT-3.done', '1');
    await saved(app);
    ids.push(JSON.parse((await app.download(() => press(app, button('export-json')))).text).document.id);
    await app.reload();
    assert.equal(await held(app, 'TT-3.done'), '1');
    assert.match(await app.text('[data-carried]'), /phiếu trống/);
  }
  assert.ok(ids[0] && ids[1] && ids[0] !== ids[1], ids.join(' '));
  await quiet(app);
});

inOneBrowser('the set that the file carries goes into its copies', { edit: () => carrying('tu-cham-set', set.replace('"edition": "1"', '"edition": "1b"')) }, async (app) => {
  await begun(app);
  const copy = await copied(app);
  assert.equal(carried(copy.text).target_set.edition, '1b');
  assert.ok(copy.text.includes('"edition": "1b"'));
  assert.equal(emptied(copy.text), published);
  assert.equal(await ownSum(app), sha256(published));
});

eachBrowser('a block that can not be read is said and changes nothing', { edit: () => carrying('tu-cham-data', golden.slice(0, 300)) }, async (app) => {
  await app.find('[role="alert"][data-problem="not-json"]');
  await app.driver.get(pathToFileURL(app.writeFile('bộ hỏng.html', carrying('tu-cham-set', '{"format":'))).href);
  await app.ready();
  assert.match(await app.text('[role="alert"][data-problem="carried-set"]'), /bộ chỉ tiêu có sẵn/);
  await enter(app, 'TT-3.done', '1');
  await saved(app);
  await quiet(app);
});

eachBrowser('the hosted page hands over a copy that opens from disk', { hosted: true }, async (app) => {
  await begun(app);
  const before = [await header(app), await figures(app)];
  const copy = await copied(app);
  assert.equal(emptied(copy.text), published);
  assert.deepEqual((await app.requests()).filter((url) => !url.startsWith(app.address)), []);
  await app.js('location.hash = "#/huong-dan"');
  await until('the word about the hosted page', async () => /tu-cham\.html\.sha256/.test(await app.text('[data-out="app-sha256"]')));
  await openFile(app, copy.path);
  await open(app);
  await holds(app, 'unit', 'UBND xã Phú Mậu');
  assert.deepEqual([await header(app), await figures(app)], before);
});

inOneBrowser('the hosted page says when the file does not come', { hosted: true }, async (app) => {
  await begun(app);
  await app.js('window.fetch = () => Promise.reject(new TypeError("offline"))');
  await press(app, button('export-html'));
  assert.match(await notice(app, 'copy-unreachable'), /không tải được/);
});
