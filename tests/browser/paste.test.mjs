// A block of cells pasted from a spreadsheet fills figures, says how many, and is one step of undo. What is more than
// figures is shown first.
import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { Key, eachBrowser, inOneBrowser } from './support/app.mjs';
import { button, enter, figures, focusIs, gone, heading, held, holds, named, press, reach } from './support/entry.mjs';
import { until } from './support/wait.mjs';

const filled = async (app) => Object.fromEntries(Object.entries(await figures(app)).filter(([, text]) => text !== ''));

async function paste(app, name, text) {
  await reach(app, named(name));
  await app.paste(named(name), text);
}

eachBrowser('a two-column block fills down, says how many, and goes in one step', async (app) => {
  await heading(app, { level: 'commune', year: 2023 });
  await enter(app, 'TT-3.done', '410');
  const block = {
    'TT-3.done': '410',
    'TT-4a.done': '104', 'TT-4a.total': '104',
    'TT-4b.done': '98', 'TT-4b.total': '104',
    'TT-4c.done': '1.103', 'TT-4c.total': '1,104',
  };
  await paste(app, 'TT-4a.done', '104\t104\r\n98\t104\r\n1.103\t1,104\r\n');
  await holds(app, 'TT-4c.total', '1,104');
  assert.deepEqual(await filled(app), block);
  assert.match(await app.text('[data-notice="pasted"]'), / 6 số /);
  // 98/104: 3 × 98 ÷ 104 = 2,82692… → 2,827
  await app.rowSees('TT-4b', { points: '2.827' });

  await press(app, button('undo'));
  await holds(app, 'TT-4c.total', '');
  assert.deepEqual(await filled(app), { 'TT-3.done': '410' });
  await app.find('[data-notice="undone"]');
  await press(app, button('redo'));
  await holds(app, 'TT-4c.total', '1,104');
  assert.deepEqual(await filled(app), block);
});

eachBrowser('a block without a heading begins at once, and a single figure is an ordinary paste', async (app) => {
  await heading(app, { level: 'commune', year: 2023 });
  await paste(app, 'TC-1.done', '6\t6\n14\t15');
  await holds(app, 'TC-2.total', '15');
  assert.deepEqual(await filled(app), { 'TC-1.done': '6', 'TC-1.total': '6', 'TC-2.done': '14', 'TC-2.total': '15' });
  await press(app, button('dismiss', '[data-notice="pasted"]'));
  await gone(app, '[data-notice]');
  await paste(app, 'TT-3.total', '850\r\n');
  await holds(app, 'TT-3.total', '850');
  assert.equal(await held(app, 'TT-4a.total'), '');
  await gone(app, '[data-notice]');
});

eachBrowser('the notice of a paste undoes that paste, and offers nothing once something else was done', async (app) => {
  await heading(app, { level: 'commune', year: 2023 });
  const undo = '[data-notice="pasted"] .button:not(.button--icon)';
  await paste(app, 'TC-1.done', '6\t6');
  await holds(app, 'TC-1.total', '6');
  await press(app, undo);
  await holds(app, 'TC-1.total', '');
  await paste(app, 'TC-1.done', '6\t6');
  await holds(app, 'TC-1.total', '6');
  await enter(app, 'TT-3.done', '410');
  await gone(app, undo);
  await app.find('[data-notice="pasted"]');
  assert.equal(await held(app, 'TC-1.total'), '6');
});

inOneBrowser('a total of the same list is offered and never filled unasked', async (app) => {
  await heading(app, { level: 'commune', year: 2023 });
  await enter(app, 'TT-4a.done', '100');
  await gone(app, button('use-total'));
  await enter(app, 'TT-4a.total', '104');
  const offer = button('use-total', '[data-target="TT-4b"]');
  assert.match(await app.text(offer), /dùng 104 như TT-4a/);
  assert.equal(await held(app, 'TT-4b.total'), '');
  await app.rowSees('TT-4b', { state: 'empty' });
  await press(app, offer);
  await holds(app, 'TT-4b.total', '104');
  await focusIs(app, 'TT-4b.total');
  await gone(app, offer);
  assert.equal(await held(app, 'TT-4c.total'), '');
  await press(app, button('undo'));
  await holds(app, 'TT-4b.total', '');
});

/** What would be filled in by the table that is shown, by rows: [target or '', what is said of the row]. */
const shownRows = (app) =>
  app.js(`return [...document.querySelectorAll('[data-preview="paste"] tbody tr')].map((row) =>
    [row.dataset.target ?? '', row.querySelector('th .pasted__note')?.innerText ?? ''])`);

async function applied(app) {
  await press(app, button('paste-apply', '[data-preview="paste"]'));
  await gone(app, '[data-preview]');
}

// [where, what is pasted, what is filled]: quoted cells, headings, numbers of columns, sections, ids, rows without figures.
const tables = [
  ['TT-4a.done', '\t\r\n98\t104\r\n97\t104\r\n', { 'TT-4b.done': '98', 'TT-4b.total': '104', 'TT-4c.done': '97', 'TT-4c.total': '104' }],
  ['TT-4a.done', 'x\tx\r\n98\t104\r\n97\t104\r\n', { 'TT-4b.done': '98', 'TT-4b.total': '104', 'TT-4c.done': '97', 'TT-4c.total': '104' }],
  ['TT-3.done', '"Đã số hóa\n(kết quả)"\t"Tổng\nsố"\r\n410\t850\r\n', { 'TT-3.done': '410', 'TT-3.total': '850' }],
  ['TT-3.done', 'Số đã làm\tTổng số\r\n1\t2\r\n410\t850\r\n', { 'TT-3.done': '410', 'TT-3.total': '850' }],
  ['TT-4a.done', 'TT-4a\t98\t104\r\nTT-4b\t97\t104\r\n', { 'TT-4a.done': '98', 'TT-4a.total': '104', 'TT-4b.done': '97', 'TT-4b.total': '104' }],
  ['TC-1.done', 'I. Thể chế\t\r\n1\t2\r\n3\t4\r\nII. Thủ tục hành chính\t\r\n5\t6\r\n', { 'TC-1.done': '1', 'TC-1.total': '2', 'TC-2.done': '3', 'TC-2.total': '4', 'TT-2a.done': '5', 'TT-2a.total': '6' }],
];

eachBrowser('a table that is more than figures is shown before anything is filled in', { timeout: 150_000 }, async (app) => {
  await heading(app, { level: 'commune', year: 2023 });
  for (const [where, text, expected] of tables) {
    await paste(app, where, text);
    await app.find('[data-preview="paste"]');
    assert.deepEqual(await filled(app), {}, 'nothing is filled in before it is said');
    await applied(app);
    await until('the figures', async () => isDeepStrictEqual(await filled(app), expected));
    await focusIs(app, where);
    await press(app, button('undo'));
    await until('no figures', async () => isDeepStrictEqual(await filled(app), {}));
  }
  // Quoted figures alone are plain; rows after the last target are named.
  await paste(app, 'TT-3.done', '"410"\t"850"');
  await holds(app, 'TT-3.total', '850');
  await gone(app, '[data-preview]');
  await paste(app, 'TT-5.done', '90\t100\r\n91\t100\r\n92\t100\r\n');
  assert.deepEqual((await shownRows(app)).map(([target, said]) => [target, /thừa/.test(said)]), [['TT-5', false], ['', true], ['', true]]);
  await app.press(Key.ESCAPE);
  await gone(app, '[data-preview]');
  assert.equal(await held(app, 'TT-5.done'), '');
});

inOneBrowser('columns and rows of a pasted table can be set otherwise, by keyboard too', async (app) => {
  await heading(app, { level: 'commune', year: 2023 });
  await paste(app, 'TT-4a.done', '98\t104\t1\r\n97\t104\t2\r\n-\t104\t3\r\n');
  await app.find('[data-preview="paste"]');
  assert.deepEqual(await app.axe(), []);
  assert.deepEqual((await shownRows(app)).map(([target]) => target), ['TT-4a', 'TT-4b', 'TT-4c']);
  await app.setSelect('[name="paste-column-0"]', 'figure-1');
  await app.setSelect('[name="paste-column-1"]', 'nothing');
  await app.setSelect('[name="paste-row-0"]', '');
  // The rows below go on from there: TT-5 has a third figure.
  await app.setSelect('[name="paste-row-1"]', 'TT-4c');
  assert.deepEqual((await shownRows(app)).map(([target]) => target), ['', 'TT-4c', 'TT-5']);
  await app.setSelect('[name="paste-row-2"]', '');
  await applied(app);
  await holds(app, 'TT-4c.total', '97');
  assert.deepEqual(await filled(app), { 'TT-4c.total': '97' });
  assert.deepEqual(await app.consoleErrors(), []);
});

// Two of our own files that are no documents: the figures in them come back.
eachBrowser('our CSV and our Excel report are opened as tables of figures', { timeout: 150_000 }, async (app) => {
  const mine = { 'TT-3.done': '410', 'TT-3.total': '850', 'TT-5.done': '90', 'TT-5.total': '104', 'TT-5.excluded': '4' };
  await heading(app, { unit: 'UBND xã Phú Mậu', level: 'commune', year: 2023 });
  for (const [name, text] of Object.entries(mine)) await enter(app, name, text);
  await app.js('location.hash = "#/bao-cao"');
  const files = [];
  for (const action of ['export-csv', 'export-xlsx']) files.push((await app.download(() => press(app, button(action)))).path);
  await app.js('location.hash = "#/nhap-lieu"');
  for (const name of Object.keys(mine)) await enter(app, name, '');
  for (const file of files) {
    await app.importFile(file);
    await app.find('[data-preview="paste"]');
    assert.deepEqual(await filled(app), {});
    await applied(app);
    await until('the figures', async () => isDeepStrictEqual(await filled(app), mine));
    await press(app, button('undo'));
    await until('no figures', async () => isDeepStrictEqual(await filled(app), {}));
  }
});

inOneBrowser('a file of another kind is told what it is', async (app) => {
  for (const [name, content, problem, said] of [
    ['phiếu.pdf', '%PDF-1.7 …', 'file-pdf', /PDF/],
    ['ảnh.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), 'file-picture', /ảnh/],
    ['gói.zip', 'PK\x03\x04 a.json PK\x05\x06', 'file-zip', /giải nén/],
    ['trống.xlsx', '', 'blank', /không có byte nào/],
    ['lịch.csv', 'Ngày;Việc\n1;họp\n2;nộp\n', 'file-table', /không dòng nào/],
  ]) {
    await app.importFile(app.writeFile(name, content));
    await app.find(`[role="alert"][data-problem="${problem}"]`);
    assert.match(await app.js('return document.querySelector(arguments[0]).innerText', `[role="alert"][data-problem="${problem}"]`), said);
    await press(app, button('dismiss', `[data-problem="${problem}"]`));
    await gone(app, `[data-problem="${problem}"]`);
  }
});
