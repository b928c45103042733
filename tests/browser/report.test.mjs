// Báo cáo: what is missing, the unit's own words, the paper that is printed, and the files that are made of it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { eachBrowser, inOneBrowser } from './support/app.mjs';
import { button, enter, enterAll, gone, heading, held, holds, press, saved } from './support/entry.mjs';
import { printed } from './support/print.mjs';
import { until } from './support/wait.mjs';

const golden = JSON.parse(readFileSync(new URL('../golden/assessment-v1.json', import.meta.url), 'utf8'));

// Notes that no box on a page could show in full, one with what markup and formulas are made of.
const notes = {
  'TT-4a': `${Array.from({ length: 60 }, (_, n) => `câu ${n} của giải trình chuẩn hóa`).join(', ')}.\nDòng hai của TT-4a.`,
  'TT-3': `${Array.from({ length: 60 }, (_, n) => `đợt ${n} của giải trình số hóa`).join(', ')}.`,
  'TC-1': 'Danh mục <b>kèm</b> "Kế hoạch" & =1+1',
};

/** Opens a commune that lacks something of everything, on the page of the report. */
async function reported(app, change = () => {}) {
  const file = structuredClone(golden);
  for (const [id, note] of Object.entries(notes)) file.answers[id].note = note;
  change(file);
  await app.importFile(app.writeFile('phiếu.json', JSON.stringify(file)));
  await press(app, button('import-replace'));
  await gone(app, '[data-preview]');
  await press(app, '.nav a[href="#/bao-cao"]');
  await app.find('.paper');
}

/** Letters without the breaks of lines, where hyphens may be lost; capitals are the style's. */
const letters = (text) => text.normalize('NFC').replace(/[\s-]+/g, '').toLowerCase();

/** All that was printed; the number of a page would stand within what goes on overleaf. */
const whole = (pages) => letters(pages.map((page) => page.replace(/^\s*\d+\n/, '')).join('\n'));

/** Whether a text was printed, each line of it. */
function assertPrinted(all, text) {
  for (const line of text.split('\n')) assert.ok(all.includes(letters(line)), `“${line}” is on paper`);
}

/** Whether each letter of the texts was printed at least as often as they have it: cells that stand side by side are read out of order. */
function assertNothingCut(all, texts) {
  const count = (text) => [...text].reduce((counts, letter) => counts.set(letter, (counts.get(letter) ?? 0) + 1), new Map());
  const [has, wants] = [count(all), count(letters(texts.join('')))];
  for (const [letter, wanted] of wants) assert.ok((has.get(letter) ?? 0) >= wanted, `“${letter}”: ${has.get(letter)} of ${wanted}`);
}

const texts = (app, selector) => app.js('return [...document.querySelectorAll(arguments[0])].map((e) => e.textContent)', selector);

const upright = ([width, height]) => Math.abs(width - 595) < 2 && Math.abs(height - 842) < 2;
const lying = ([width, height]) => upright([height, width]);

eachBrowser('what is printed is the report in full, with the numbers of the screen', { timeout: 150_000 }, async (app) => {
  await reported(app);
  const [points, max, index] = await Promise.all(['points', 'max-points', 'index'].map((name) => app.out(name)));
  await app.theme('dark');
  const { pages, sizes, edges } = await printed(app);
  const all = whole(pages);

  assertPrinted(all, notes['TT-4a']);
  assertPrinted(all, notes['TT-3']);
  for (const text of await texts(app, '.paper__text, .paper__heading')) assertPrinted(all, text);
  assertNothingCut(all, await texts(app, '.paper p, .paper th'));
  const comma = (number) => number.replace('.', ',');
  assert.equal(await app.text('[data-out="points"]'), comma(points), 'the screen shows what its value says');
  assertPrinted(all, `Tổng điểm tự đánh giá: ${comma(points)}/${Number(max)} điểm`);
  assert.ok(all.includes(letters(`${comma(points)}/${Number(max)} điểm, chỉ số ${comma(index)}%`)));
  for (const area of golden.result.areas) assert.ok(all.includes(letters(`${comma(area.points)}/${Number(area.max_points)} điểm`)), area.id);
  for (const target of golden.result.targets) {
    if (target.points) assert.ok(all.includes(comma(target.points)), target.id);
  }

  const first = sizes.findIndex((size) => !upright(size));
  assert.ok(first >= 2 && sizes.slice(first).every(lying), `upright pages, then lying ones: ${sizes.join(' · ')}`);
  assert.ok(sizes.length <= 9, `${sizes.length} pages`);
  for (const page of pages) assert.ok(page.trim().length > 40, 'no page is blank');
  assert.match(pages[first], /PHỤ LỤC/);
  for (const page of pages.slice(first)) assert.match(page.replace(/\s+/g, ' '), /Số liệu kê khai.*\(5\)/s, 'the head of the table on each page');
  // Each upright page of them leaves 30 mm at the left and 20 mm above.
  for (const [left, top] of edges.slice(0, first)) assert.ok(left === 30 && Math.abs(top - 20) <= 1, `left and top edges in mm: ${edges.join(' · ')}`);
  const signed = pages.find((page) => page.includes('TM. ỦY BAN NHÂN DÂN'));
  assert.match(signed.replace(/\s+/g, ' '), /Trên đây là báo cáo/, 'the signature stands with the last words');

  const numbered = pages.map((page, at) => page.trimStart().startsWith(`${at + 1}\n`));
  if (app.browser === 'chromium') assert.deepEqual(numbered, pages.map((_, at) => at > 0), 'numbers from the second page on');
  for (const word of ['In hoặc lưu PDF', 'Phần đơn vị tự viết', 'Bản nháp', 'Cần bổ sung']) assert.ok(!all.includes(letters(word)), `${word} stays on the screen`);
});

eachBrowser('a row that is longer than a page goes on overleaf, on a page that lies', { timeout: 150_000 }, async (app) => {
  const places = Array.from({ length: 90 }, (_, n) => ({ number: `${n}/BC-UBND`, date: '2023-11-30', title: `tài liệu thứ ${n} trong hồ sơ`, place: '', link: '' }));
  await reported(app, (file) => { file.answers['TT-3'].evidence = places; });
  const { pages, sizes } = await printed(app);
  const all = whole(pages);
  assertNothingCut(all, await texts(app, '.paper p'));
  assert.equal(await app.js('return document.querySelector(".annex").textContent.split("tài liệu thứ").length - 1'), places.length);
  const first = sizes.findIndex((size) => !upright(size));
  assert.ok(sizes.slice(first).every(lying), `${sizes.join(' · ')}`);
  assert.ok(pages.at(-1).trim().length > 40, 'no page is blank');
});

eachBrowser('the unit’s own words go into the report, the file and the next visit', async (app) => {
  await heading(app, { unit: 'UBND xã Phú Mậu', level: 'commune', year: 2023 });
  await enterAll(app, { 'TT-3.done': '410', 'TT-3.total': '850' });
  await press(app, '.nav a[href="#/bao-cao"]');
  const paper = () => app.text('.paper');
  assert.match(await paper(), /Căn cứ Chương trình 196\/CTr-UBND ngày 19 tháng 5 năm 2022/);
  assert.match(await paper(), /- Như trên;/);
  const typed = { difficulties: 'Thiếu máy quét.', proposals: 'Bổ sung kinh phí <số hóa>.', basis: 'Căn cứ Kế hoạch 12/KH-UBND.', recipients: '- Sở Nội vụ;' };
  for (const [name, text] of Object.entries(typed)) await enter(app, name, text);
  await until('the words on the paper', async () => {
    const now = await paper();
    return Object.values(typed).every((text) => now.includes(text));
  });
  assert.doesNotMatch(await paper(), /196\/CTr-UBND ngày 19 tháng 5/, 'the usual basis has made way');
  await saved(app);
  const { text } = await app.download(() => press(app, button('export-json')));
  assert.deepEqual(JSON.parse(text).narrative, typed);
  await app.reload();
  for (const [name, text] of Object.entries(typed)) await holds(app, name, text);
});

inOneBrowser('what is missing is said first, and goes when it is there', async (app) => {
  await reported(app, (file) => {
    file.unit.place = '';
    file.answers['TT-2a'].figures.done = '';
    file.answers['TC-2'].note = '';
    file.answers['TT-5'].figures.done = 'chín';
  });
  const lacks = () => app.js('return Object.fromEntries([...document.querySelectorAll("[data-lack]")].map((e) => [e.dataset.lack, [...e.querySelectorAll("a")].map((a) => a.textContent).join()]))');
  assert.deepEqual(await lacks(), { heading: 'Địa danh', empty: 'TT-2a', invalid: 'TT-5', evidence: 'TC-2,TT-4b,TT-4c' });
  await app.click('[data-lack="empty"] a');
  await enter(app, 'TT-2a.done', '40');
  await enter(app, 'place', 'Huế');
  await press(app, '.nav a[href="#/bao-cao"]');
  await until('both gone', async () => !/heading|empty/.test(Object.keys(await lacks()).join()));
  assert.match(await app.text('.paper__date'), /^Huế, ngày +tháng +năm 2023$/);
});

inOneBrowser('the button prints, and says whether pages are numbered', async (app) => {
  await app.beforePage('window.print = () => { window.printed = (window.printed ?? 0) + 1 };');
  await app.reload();
  await press(app, '.nav a[href="#/bao-cao"]');
  await press(app, button('print'));
  assert.equal(await app.js('return window.printed'), 1);
  const said = await app.text('#report-print');
  assert.match(said, app.browser === 'chromium' ? /có số trang/ : /không in được số trang/);
});

inOneBrowser('CSV has every figure for programs, and no formula', async (app) => {
  await reported(app);
  const { name, text } = await app.download(() => press(app, button('export-csv')));
  assert.match(name, /^UBND xã Phú Mậu - 2023 - .*\.csv$/);
  assert.ok(text.startsWith('\ufeffunit;level;year;'));
  const rows = text.slice(1).trimEnd().split('\r\n').map((row) => row.split(';'));
  const [columns] = rows;
  const of = (id) => Object.fromEntries(rows.find((row) => row[columns.indexOf('target_id')] === id).map((cell, at) => [columns[at], cell]));
  const { state, done, total, value, goal, compare, met, points, max_points: max } = of('TT-3');
  assert.deepEqual({ state, done, total, value, goal, compare, met, points, max }, {
    state: 'scored', done: '410', total: '850', value: '48,235', goal: '55', compare: 'at_least', met: 'no', points: '8,770', max: '10,000',
  });
  assert.equal(rows.filter((row) => row.length === columns.length).length, 1 + golden.result.targets.length);
  await app.find('[data-notice="paper-exported"]');
});

inOneBrowser('Word holds the same report', { timeout: 120_000 }, async (app) => {
  await reported(app);
  const { name, path } = await app.download(() => press(app, button('export-docx')));
  assert.match(name, /\.docx$/);
  const read = (part) => execFileSync('python3', ['-c', 'import sys, zipfile; sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))', path, part], { encoding: 'utf8' });
  const plain = (xml) => xml.replace(/<[^>]+>/g, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');
  const written = letters(plain(read('word/document.xml')));
  for (const text of await texts(app, '.paper p:not(.paper__issuer)')) {
    assert.ok(written.includes(letters(text)), text);
  }
  assert.equal(read('word/document.xml').split('<w:tblHeader').length - 1, 2);
});

inOneBrowser('the page is sound on every screen, by keyboard and in the dark', async (app) => {
  await reported(app);
  for (const [width, height] of [[1366, 768], [1024, 768], [360, 800]]) {
    await app.viewport(width, height);
    const [wide, view] = await app.js('return [document.documentElement.scrollWidth, document.documentElement.clientWidth]');
    assert.ok(wide <= view, `${width}: ${wide} > ${view}`);
  }
  for (const theme of ['light', 'dark']) {
    await app.theme(theme);
    assert.deepEqual(await app.axe(), [], theme);
    assert.equal(await app.js('return getComputedStyle(document.querySelector(".paper__page")).backgroundColor'), 'rgb(255, 255, 255)');
  }
  assert.deepEqual(await app.requests(), []);
  assert.deepEqual(await app.consoleErrors(), []);
});

inOneBrowser('other pages print as they did', async (app) => {
  await heading(app, { unit: 'UBND xã Phú Mậu', level: 'commune', year: 2023 });
  const { pages, sizes } = await printed(app);
  assert.ok(sizes.every(upright), `${sizes.join(' · ')}`);
  const all = whole(pages);
  for (const word of 'Số hóa kết quả giải quyết TTHC còn hiệu lực'.split(' ')) assert.ok(all.includes(letters(word)), word);
  assert.ok(!all.includes('phụlục'), 'the report is on its own page alone');
  assert.equal(await held(app, 'unit'), 'UBND xã Phú Mậu');
});
