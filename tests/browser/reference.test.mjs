// Chỉ tiêu: the set to read, for any level and year, with examples to play with; the document is never touched.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { eachBrowser, inOneBrowser } from './support/app.mjs';
import { choice, enter, enterAll, heading, named, press, saved } from './support/entry.mjs';
import { printed } from './support/print.mjs';
import { until } from './support/wait.mjs';

const set = JSON.parse(readFileSync(new URL('../../sets/196-ctr-ubnd.json', import.meta.url), 'utf8'));
const targets = set.areas.flatMap((area) => area.criteria.flatMap((criterion) => criterion.targets));
const bound = (level) => targets.filter((target) => target.levels.includes(level)).map((target) => target.id);

const info = (id) => `[data-target-info="${id}"]`;

/** Opens the page by the menu, with a commune of 2023 open. */
async function start(app) {
  await heading(app, { unit: 'UBND xã Phú Mậu', level: 'commune', year: 2023 });
  await app.click('.nav a[href="#/chi-tieu"]');
  await app.find(info('TT-3'));
}

/** The ids of the targets shown, in order. */
const shown = (app) => app.js('return [...document.querySelectorAll("[data-target-info]")].map((e) => e.dataset.targetInfo)');

async function shows(app, ids) {
  await until(`the targets ${ids.join(' ')}`, async () => {
    const now = await shown(app);
    if (now.join() !== ids.join()) throw new Error(now.join(' '));
    return true;
  });
}

/** A row of the table of goals: each cell's words. */
const goals = (app, id) =>
  app.js('return [...document.querySelector(`[data-goals="${arguments[0]}"]`).querySelectorAll("[data-year]")].map((td) => td.innerText.replace(/\\s+/g, " ").trim())', id);

/** What an example comes to. */
const comes = (app, id) =>
  app.js('return ["value", "points"].map((name) => document.querySelector(`${arguments[0]} [data-out="example-${name}"]`).dataset.value)', info(id));

async function comesTo(app, id, expected) {
  await until(`${id} ${expected.join(' ')}`, async () => {
    const now = await comes(app, id);
    if (now.join() !== expected.join()) throw new Error(now.join(' '));
    return true;
  });
}

/** Which target has the focus and stands at the top of what is seen, below what sticks there. */
async function isReached(app, id) {
  await until(`${id} in view`, () => app.js(`
    const e = document.querySelector(arguments[0]);
    const { top } = e.getBoundingClientRect();
    return document.activeElement === e && top >= 0 && top < innerHeight / 2`, info(id)));
}

inOneBrowser('the page shows the goals of a level by year, and of a year by level, with what changed', async (app) => {
  await start(app);
  assert.equal(await app.text('main h1'), 'Chỉ tiêu');
  await shows(app, bound('commune'));
  assert.deepEqual(await goals(app, 'TT-3'), ['≥ 35%', '≥ 55% +20', '≥ 75% +20', '≥ 95% +20']);
  assert.deepEqual(await goals(app, 'TT-2a'), ['≥ 80%', ...Array(3).fill('≥ 80% không đổi')]);
  assert.match(await app.text('.reference__count'), /9 chỉ tiêu, tối đa 55 điểm\. So với năm 2022, năm 2023 đổi mức ở 1 chỉ tiêu: TT-3 \(\+20\)/);
  assert.match(await app.text('.goals thead .is-here'), /2023\s+đang xem/);

  await app.setSelect(named('info-level'), '');
  await shows(app, targets.map((target) => target.id));
  assert.deepEqual(await goals(app, 'TT-3'), ['≥ 70% +20', '≥ 70% +20', '≥ 60% +20', '≥ 55% +20']);
  assert.deepEqual(await goals(app, 'TT-6'), ['≥ 20% không đổi', '≥ 20% không đổi', '≥ 50% không đổi', '–']);
  assert.deepEqual(await goals(app, 'TC-3'), ['–', 'làm đủ 2 việc không đổi', '–', '–']);

  await app.setSelect(named('info-level'), 'province');
  await app.setSelect(named('info-year'), '2022');
  await shows(app, bound('province'));
  assert.deepEqual(await goals(app, 'R-1'), ['hạng ≤ 10', ...Array(3).fill('hạng ≤ 10 không đổi')]);
  assert.match(await app.text('.reference__count'), /Năm 2022 là năm đầu/);

  // The document is as it was.
  await app.click('.nav a[href="#/nhap-lieu"]');
  await app.find(named('level'));
  assert.equal(await app.js('return document.querySelector("[name=level]").value'), 'commune');
  assert.equal(await app.js('return document.querySelector("[name=year]").value'), '2023');
  assert.deepEqual(await app.consoleErrors(), []);
  assert.deepEqual(await app.requests(), []);
});

inOneBrowser('a link leads to its target, and says all that the set does of it', { ready: false }, async (app) => {
  await app.open('#/chi-tieu/TT-3');
  await isReached(app, 'TT-3');
  const text = await app.text(info('TT-3'));
  const target = targets.find(({ id }) => id === 'TT-3');
  for (const words of [target.quote, target.quote_part, target.reading.vi, target.measure.done.vi, '196/CTr-UBND ngày 19/05/2022, mục II.2', 'cấp xã', 'Số giả định']) {
    assert.ok(text.includes(words), words);
  }
  assert.equal(await app.text(`${info('TT-3')} mark`), target.quote_part);
  assert.deepEqual(
    await app.js('return [...document.querySelectorAll(arguments[0] + " .goals-of tbody tr")].map((tr) => [...tr.cells].map((td) => td.innerText.trim()).join(" "))', info('TT-3')),
    ['Cấp tỉnh ≥ 50% ≥ 70% ≥ 90% 100%', 'Sở, ban, ngành ≥ 50% ≥ 70% ≥ 90% 100%', 'Cấp huyện ≥ 40% ≥ 60% ≥ 80% 100%', 'Cấp xã ≥ 35% ≥ 55% ≥ 75% ≥ 95%'],
  );
  // A target of another level, then one from the table, and the same again after scrolling away.
  await app.js('location.hash = "#/chi-tieu/TC-3"');
  await isReached(app, 'TC-3');
  assert.equal(await app.js('return document.querySelector("[name=info-level]").value'), '');
  for (let times = 0; times < 2; times += 1) {
    await press(app, '[data-goals="TT-5"] a');
    await isReached(app, 'TT-5');
  }
  assert.equal(await app.js('return location.hash'), '#/chi-tieu/TT-5');
  await app.driver.navigate().back();
  await isReached(app, 'TC-3');
  // Nobody of that name.
  await app.js('location.hash = "#/chi-tieu/%22%5D"');
  await app.find('[data-target-info="TC-3"]');
  assert.deepEqual(await app.consoleErrors(), []);
});

inOneBrowser('words are found without diacritics', async (app) => {
  await start(app);
  await app.type(named('info-search'), 'so hoa ket qua');
  await shows(app, ['TT-3']);
  await app.fill(named('info-search'), 'khong co gi nhu the');
  await shows(app, []);
  assert.equal(await app.text('.reference__none'), 'Không có chỉ tiêu nào khớp với bộ lọc và từ tìm.');
  assert.equal(await app.js('return document.activeElement.name'), 'info-search', 'the field keeps the focus');
  await app.fill(named('info-search'), 'nhóm 10 địa phương');
  await shows(app, []);
  await app.setSelect(named('info-level'), '');
  await shows(app, ['R-1', 'R-2', 'R-3', 'R-4', 'R-5']);
  assert.deepEqual(await app.consoleErrors(), []);
});

inOneBrowser('an example scores what the form does, says why in the same words, and is no part of the form', async (app) => {
  await heading(app, { unit: 'UBND xã Phú Mậu', level: 'commune', year: 2023 });
  await enterAll(app, { 'TT-3.done': '410', 'TT-3.total': '850' });
  await app.rowSees('TT-3', { value: '48.235', points: '8.770' });
  await press(app, '[data-target="TT-3"] [data-action="details"]');
  const formula = (place) => app.js('return [...document.querySelectorAll(arguments[0] + " .why p")].map((p) => p.innerText)', place);
  const why = await formula('[data-target="TT-3"]');
  assert.equal(why[1], '10 × min(1; 48,235% ÷ 55%) = 8,770');
  await saved(app);
  const before = await Promise.all(['index', 'points', 'max-points'].map((name) => app.out(name)));

  await app.click('.nav a[href="#/chi-tieu"]');
  await app.find(info('TT-3'));
  await comesTo(app, 'TT-3', ['41.000', '7.455']);
  await enterAll(app, { 'example.TT-3.done': '410', 'example.TT-3.total': '850' });
  await comesTo(app, 'TT-3', ['48.235', '8.770']);
  assert.deepEqual(await formula(info('TT-3')), why);
  await app.setSelect(named('info-year'), '2024');
  await comesTo(app, 'TT-3', ['48.235', '6.431']);
  await app.setSelect(named('info-year'), '2023');

  await enter(app, 'example.TT-3.done', '851');
  await comesTo(app, 'TT-3', ['', '']);
  assert.match(await app.text(`${info('TT-3')} .example__problem`), /851.*lớn hơn tổng số.*850/);
  await enter(app, 'example.TT-3.done', 'mười');
  await until('the field named as wrong', () => app.js('return document.querySelector(arguments[0]).getAttribute("aria-invalid") === "true"', named('example.TT-3.done')));
  await press(app, `${info('TT-3')} [data-action="restore-example"]`);
  await comesTo(app, 'TT-3', ['41.000', '7.455']);

  // Choices too, at another level.
  await app.setSelect(named('info-level'), 'department');
  await comesTo(app, 'TC-3', ['1', '5.000']);
  await press(app, `label:has([name="example.TC-3.advised"][value="yes"])`);
  await comesTo(app, 'TC-3', ['2', '10.000']);
  // A block of cells fills no form from here.
  await app.paste(named('example.TT-1a.done'), '1\t2\n3\t4');
  assert.deepEqual(await Promise.all(['index', 'points', 'max-points'].map((name) => app.out(name))), before);
  await app.reload();
  await app.click('.nav a[href="#/nhap-lieu"]');
  await app.rowSees('TT-3', { value: '48.235', points: '8.770' });
  await app.click('.nav a[href="#/chi-tieu"]');
  await comesTo(app, 'TT-3', ['41.000', '7.455']);
  assert.deepEqual(await app.consoleErrors(), []);
});

inOneBrowser('a window that may only read the document plays all the same', async (app) => {
  await start(app);
  await saved(app);
  const first = await app.driver.getWindowHandle();
  await app.driver.switchTo().newWindow('tab');
  await app.open('#/chi-tieu');
  await app.find('[data-readonly="true"]');
  await enterAll(app, { 'example.TT-3.done': '410', 'example.TT-3.total': '850' });
  await comesTo(app, 'TT-3', ['48.235', '8.770']);
  await app.find('[data-readonly="true"]');
  await app.driver.close();
  await app.driver.switchTo().window(first);
});

const letters = (text) => text.normalize('NFC').replace(/[\s-]+/g, '').toLowerCase();

eachBrowser('it prints as a hand-out: what the set says, with the examples worked, and nothing of the form', { timeout: 150_000 }, async (app) => {
  await start(app);
  await app.theme('dark');
  const { pages, sizes } = await printed(app);
  const all = letters(pages.join('\n'));
  for (const words of ['Cấp xã, năm 2023', set.title.vi, set.notice.vi.slice(0, 60), 'Mức phải đạt theo năm', '≥ 95%', '10 × min(1; 41,000% ÷ 55%) = 7,455', 'Số giả định']) {
    assert.ok(all.includes(letters(words)), words);
  }
  for (const { id, name } of targets.filter((target) => target.levels.includes('commune'))) assert.ok(all.includes(letters(`${id} ${name.vi}`)), id);
  for (const words of ['UBND xã Phú Mậu', 'Đã chắc', 'Tìm chỉ tiêu', 'In tài liệu phát', 'Trả lại', 'Mở TT-3', 'Nhập số liệu', 'Lưu trên máy']) {
    assert.ok(!all.includes(letters(words)), `${words} stays on the screen`);
  }
  for (const [width, height] of sizes) assert.ok(width < height, 'upright');
  for (const page of pages) assert.ok(page.trim().length > 40, 'no page is blank');
  assert.ok(pages.length <= 9, `${pages.length} pages`);
});

inOneBrowser('it fits every width, light and dark, in both languages, without faults that axe can find', { timeout: 200_000 }, async (app) => {
  await start(app);
  for (const [width, height] of [[1366, 768], [1024, 768], [360, 800]]) {
    for (const theme of ['light', 'dark']) {
      await app.screenshot(width, height, theme, 'explore');
      assert.deepEqual(await app.axe(), [], `${width} ${theme}`);
      const wide = await app.js('return document.documentElement.scrollWidth - document.documentElement.clientWidth');
      assert.ok(wide <= 0, `${width}: ${wide}px too wide`);
    }
  }
  // On a phone the table scrolls by itself, and everything is high enough for a thumb.
  assert.ok(await app.js('const e = document.querySelector(".goals__scroll"); return e.scrollWidth > e.clientWidth'));
  const low = await app.js(`
    return [...document.querySelectorAll('.reference button, .reference select, .reference .input')].filter((e) => e.getBoundingClientRect().height < 43.5).map((e) => e.name || e.dataset.action)`);
  assert.deepEqual(low, []);
  await app.viewport(1366, 768);
  await press(app, choice('lang', 'en'));
  await until('the page in English', async () => (await app.text('main h1')) === 'Targets');
  assert.deepEqual(await app.axe(), []);
  assert.deepEqual(await goals(app, 'TT-3'), ['≥ 35%', '≥ 55% +20', '≥ 75% +20', '≥ 95% +20']);
  assert.deepEqual(await app.consoleErrors(), []);
});
