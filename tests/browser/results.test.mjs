// Kết quả: the header's numbers again, with what they are made of; order, filters, last year beside it, charts as files.
import assert from 'node:assert/strict';
import { Key, eachBrowser, inOneBrowser } from './support/app.mjs';
import { button, choice, enter, enterAll, focusIs, gone, header, heading, named, press, reach, saved } from './support/entry.mjs';
import { sealed } from './support/seal.mjs';
import { until } from './support/wait.mjs';

// A commune's 2023: TC-1 met; TC-2 37/40 = 92,5 %: 9,25; TT-3 410/850 = 48,235 % of 55: 8,770; TT-4b met: 3. The others blank.
const figures = {
  'TC-1.done': '6', 'TC-1.total': '6',
  'TC-2.done': '37', 'TC-2.total': '40',
  'TT-3.done': '410', 'TT-3.total': '850',
  'TT-4b.done': '104', 'TT-4b.total': '104',
};
const points = '31.020';
const inOrder = ['TC-1', 'TC-2', 'TT-2a', 'TT-2b', 'TT-3', 'TT-4a', 'TT-4b', 'TT-4c', 'TT-5'];

const table = '.results-table';

/** Goes to a page by its address, as a link does. */
const go = (app, path) => app.js('location.hash = arguments[0]', `#/${path}`);

/** A commune with these figures, on the page of results. */
async function results(app, { unit = 'UBND xã Phú Mậu', typed = figures } = {}) {
  await heading(app, { unit, level: 'commune', year: 2023 });
  await enterAll(app, typed);
  await go(app, 'ket-qua');
  await app.find('.paths');
}

/** The ids of the table's rows, in order. */
const order = (app) => app.js(`return [...document.querySelectorAll('${table} [data-target]')].map((row) => row.dataset.target)`);

async function ordered(app, expected) {
  await until(`rows ${expected.join(' ')}`, async () => {
    const now = await order(app);
    if (now.join() !== expected.join()) throw new Error(now.join(' '));
    return true;
  });
}

/** `data-value` of an output within `place`. */
const out = (app, place, name) =>
  app.js('return document.querySelector(arguments[0])?.dataset.value ?? null', `${place} [data-out="${name}"]`);

inOneBrowser('the page is reached by the menu, and its numbers are the header’s', async (app) => {
  await heading(app, { unit: 'UBND xã Phú Mậu', level: 'commune', year: 2023 });
  await enterAll(app, figures);
  await app.click('nav a[href="#/ket-qua"]');
  assert.equal(await app.text('main h1'), 'Kết quả');
  const { index, possible, points: earned, max } = await header(app);
  assert.equal(earned, points);
  assert.equal(await app.out('result-index'), index);
  assert.equal(await app.out('result-possible'), possible);
  assert.equal(await app.out('result-points'), earned);
  assert.equal(await app.out('result-max'), max);
  assert.equal(await app.out('result-band'), '', 'no band while figures are missing');
  assert.match(await app.text('.summary__missing'), /5 chỉ tiêu chưa nhập/);
  // 31,020 of 55 are 56,4 %: to 70 % 7,48 points are missing.
  assert.equal(await app.out('next-band'), '7.480');
  assert.match(await app.text('[data-out="next-band"]'), /Còn 13,6 điểm phần trăm \(7,480 điểm\) đến Khá\./);

  // The table, the areas and the totals add up to the same.
  const sum = await app.js(`
    const thousandths = (e) => Math.round(Number(e.dataset.value) * 1000);
    const all = (selector) => [...document.querySelectorAll(selector)].reduce((sum, e) => sum + thousandths(e), 0);
    return [all('${table} [data-target] [data-out="points"]'), all('${table} [data-target] [data-out="left"]'), all('[data-area]:not([data-area=""]) [data-out="area-points"]')]`);
  assert.deepEqual(sum, [31_020, 23_980, 31_020]);
  assert.equal(await app.out('total-points'), earned);
  assert.equal(await app.out('total-left'), '23.980');
  assert.equal(await out(app, '[data-area=""]', 'area-index'), index);
  const row = await app.row('TT-3');
  assert.deepEqual([row.value, row.points, row.state], ['48.235', '8.770', 'scored']);
  assert.equal(await out(app, `${table} [data-target="TT-3"]`, 'left'), '1.230');

  // Complete, in the highest band but one: 44,535 of 50 would be 89,07 %.
  await go(app, 'nhap-lieu');
  await enterAll(app, {
    'TT-2a.done': '80', 'TT-2a.total': '100', 'TT-2b.done': '30', 'TT-2b.total': '100',
    'TT-4a.done': '1', 'TT-4a.total': '1', 'TT-4c.done': '1', 'TT-4c.total': '1', 'TT-5.done': '1', 'TT-5.total': '1',
  });
  await go(app, 'ket-qua');
  // 53,02 of 55: 96,4 %.
  assert.equal(await app.out('result-band'), 'excellent');
  assert.equal(await app.out('next-band'), null);
  assert.equal(await app.text('.summary__next'), 'Đã ở mức cao nhất.');
  assert.deepEqual(await app.consoleErrors(), []);
});

inOneBrowser('the table is ordered and filtered by keys alone, and a target leads to its row', async (app) => {
  await results(app);
  await ordered(app, inOrder);
  const sort = `${table} [data-column="left"]`;
  await reach(app, sort);
  await app.js('arguments[0].focus()', await app.find(sort));
  await app.press(Key.ENTER);
  await ordered(app, ['TT-2a', 'TT-2b', 'TT-5', 'TT-4a', 'TT-4c', 'TT-3', 'TC-2', 'TC-1', 'TT-4b']);
  const sorted = () => app.js(`return [...document.querySelectorAll('${table} thead th')].map((th) => th.ariaSort ?? th.getAttribute('aria-sort')).join()`);
  assert.equal(await sorted(), 'none,none,none,none,none,none,descending');
  assert.equal(await app.js('return document.activeElement.dataset.column'), 'left', 'the focus stays on the button');
  await app.press(Key.SPACE);
  await ordered(app, ['TC-1', 'TT-4b', 'TC-2', 'TT-3', 'TT-4c', 'TT-4a', 'TT-2a', 'TT-2b', 'TT-5']);
  assert.equal(await sorted(), 'none,none,none,none,none,none,ascending');
  await press(app, `${table} [data-column="points"]`);
  // Nothing earned yet comes last: it is not zero.
  await ordered(app, ['TT-4b', 'TT-3', 'TC-2', 'TC-1', 'TT-2a', 'TT-2b', 'TT-4a', 'TT-4c', 'TT-5']);

  await press(app, choice('result-filter', 'left'));
  await ordered(app, ['TT-3', 'TC-2', 'TT-2a', 'TT-2b', 'TT-4a', 'TT-4c', 'TT-5']);
  await app.press(Key.ARROW_RIGHT);
  await ordered(app, ['TT-2a', 'TT-2b', 'TT-4a', 'TT-4c', 'TT-5']);
  await app.press(Key.ARROW_RIGHT);
  await ordered(app, ['TT-4b', 'TC-1']);
  const counts = await app.js(`return [...document.querySelectorAll('.results-filter b')].map((b) => Number(b.textContent))`);
  assert.deepEqual(counts, [9, 7, 5, 2]);

  await press(app, choice('result-filter', 'all'));
  await press(app, `${table} [data-target="TT-3"] a`);
  await focusIs(app, 'TT-3.done');
  await app.find('[data-target="TT-3"] [data-action="details"][aria-expanded="true"]');
  assert.equal(await app.js('return location.hash'), '#/nhap-lieu/TT-3');
  await app.driver.navigate().back();
  await app.find('.paths');
});

/** The golden commune of another year, as a file beside the document. */
const lastYear = (change = {}) => ({
  format: 'tu-cham/assessment', version: 1, app: '0.1.0',
  document: { id: '22222222-2222-4222-8222-222222222222', revision: 1, created: '2022-12-01T08:00:00+07:00', saved: '2022-12-01T08:00:00+07:00' },
  unit: { name: 'UBND xã Phú Mậu', level: 'commune', superior: '', place: '', prepared_by: '' },
  year: 2022, period: { kind: 'year', as_of: '2022-12-01' },
  target_set: { id: '196-ctr-ubnd', edition: '1' },
  answers: { 'TT-3': { figures: { done: '255', total: '850' }, note: '', evidence: [] } },
  narrative: { difficulties: '', proposals: '' },
  ...change,
});

async function openBeside(app, name, file) {
  await (await app.find(named('last-year'))).sendKeys(app.writeFile(name, typeof file === 'string' ? file : sealed(file)));
}

const pathText = (app, id) => app.js('return document.querySelector(arguments[0]).textContent', `[data-path="${id}"] svg`);

inOneBrowser('last year is found among the drafts, or opened beside the document, and changes nothing', async (app) => {
  await results(app);
  await app.find('[data-compared="none"]');
  // A file of another year, another level, or none of ours is refused with a sentence.
  for (const [name, file, problem, says] of [
    ['phiếu 2021.json', lastYear({ year: 2021 }), 'not-last-year', /năm 2021.*năm 2022/],
    ['huyện.json', lastYear({ unit: { ...lastYear().unit, level: 'district' } }), 'other-level', /cấp khác/],
    ['bộ khác.json', lastYear({ target_set: { id: 'khac', edition: '1' } }), 'other-set', /bộ chỉ tiêu khác/],
    ['ghi chú.json', '{}', 'not-ours', /không phải tệp tự đánh giá/],
  ]) {
    await openBeside(app, name, file);
    const alert = `[role="alert"][data-problem="${problem}"]`;
    assert.match(await app.text(alert), says);
    await app.click(`${alert} ${button('dismiss')}`);
    await gone(app, alert);
    await app.find('[data-compared="none"]');
  }
  const before = await app.download(() => press(app, button('export-json')));
  await openBeside(app, 'phiếu 2022.json', lastYear({ unit: { ...lastYear().unit, name: 'UBND xã Khác' } }));
  await app.find('[data-compared="file"]');
  assert.match(await app.text('[data-out="other-unit"]'), /UBND xã Khác/);
  // 255 of 850 are 30 %, in 2022.
  assert.match(await pathText(app, 'TT-3'), /30,000%/);
  assert.match(await app.text('.areas-table thead'), /2022/);
  const after = await app.download(() => press(app, button('export-json')));
  const content = ({ text }) => JSON.stringify({ ...JSON.parse(text), document: null, digest: null });
  assert.equal(content(after), content(before), 'the document is as it was');
  await press(app, button('close-last-year'));
  await app.find('[data-compared="none"]');
  assert.doesNotMatch(await pathText(app, 'TT-3'), /30,000%/);

  // The same as a draft of this computer.
  await saved(app);
  await app.importFile(app.writeFile('nháp 2022.json', sealed(lastYear({ unit: { ...lastYear().unit, name: 'ubnd xã  PHÚ MẬU' } }))));
  await press(app, `[data-preview] ${button('import-new')}`);
  await gone(app, '[data-preview]');
  // 2022 is the set's first year.
  await app.find('[data-compared="none"]');
  await gone(app, named('last-year'));
  await press(app, button('undo'));
  await app.find('[data-compared="draft"]');
  assert.match(await pathText(app, 'TT-3'), /30,000%/);
  await app.reload();
  await app.find('[data-compared="draft"]');
  assert.match(await pathText(app, 'TT-3'), /30,000%/);
  assert.deepEqual(await app.consoleErrors(), []);
});

eachBrowser('each chart is told in words and a table, and handed over as a picture of its own', async (app) => {
  await results(app);
  const charts = await app.js(`return [...document.querySelectorAll('[data-action="save-svg"]')].map((b) => b.dataset.chart)`);
  assert.deepEqual(charts, ['scale', 'areas', ...inOrder.map((id) => `path-${id}`)]);
  const named = await app.js(`return [...document.querySelectorAll('.chart__view')].every((svg) =>
    svg.getAttribute('role') === 'img' && svg.querySelector('title').textContent && svg.querySelector('desc').textContent)`);
  assert.ok(named);
  for (const [chart, says] of [['areas', ['Điểm theo lĩnh vực', '19,250/20 · 96,250%']], ['path-TT-3', ['48,235%', '95%']]]) {
    const { name, text } = await app.download(() => press(app, `[data-chart="${chart}"]`));
    assert.match(name, /^UBND xã Phú Mậu - 2023 - .+\.svg$/);
    const read = await app.js(
      `const page = new DOMParser().parseFromString(arguments[0], 'image/svg+xml');
       return [page.documentElement.localName, page.querySelector('parsererror')?.textContent ?? null, page.documentElement.textContent]`,
      text,
    );
    assert.deepEqual(read.slice(0, 2), ['svg', null]);
    for (const said of [...says, 'UBND xã Phú Mậu, cấp xã, 2023']) assert.ok(read[2].includes(said), `${said} in ${read[2]}`);
    const drawn = await app.driver.executeAsyncScript(
      `const done = arguments[arguments.length - 1];
       const image = new Image();
       image.onload = () => done([image.naturalWidth > 300, image.naturalHeight > 100]);
       image.onerror = () => done('refused');
       image.src = 'data:image/svg+xml,' + encodeURIComponent(arguments[0])`,
      text,
    );
    assert.deepEqual(drawn, [true, true], 'it is a picture');
  }
  // The tables are there for those who listen, and shown to all who ask.
  const height = () => app.js(`return document.querySelector('[data-path="TT-3"] table').getBoundingClientRect().height > 40
    && getComputedStyle(document.querySelector('[data-path="TT-3"] .chart-table')).clipPath === 'none'`);
  assert.equal(await height(), false);
  assert.match(await app.js(`return document.querySelector('[data-path="TT-3"] table').textContent`), /≥ 55%.*48,235%/);
  await press(app, '[name="path-tables"]');
  assert.equal(await height(), true);
});

inOneBrowser('a province has a radar, and nothing is wider than a phone', async (app) => {
  await heading(app, { unit: 'UBND tỉnh Thừa Thiên Huế', level: 'province', year: 2025 });
  await enterAll(app, { 'R-1.value': '17', 'TC-1.done': '6', 'TC-1.total': '6', 'TT-3.done': '410', 'TT-3.total': '850' });
  await go(app, 'ket-qua');
  await app.find('[data-chart="radar"]');
  assert.match(await pathText(app, 'R-1'), /hạng 17/);
  await openBeside(app, 'tỉnh 2024.json', lastYear({ year: 2024, unit: { ...lastYear().unit, level: 'province' } }));
  await app.find('[data-compared="file"]');
  for (const width of [360, 768, 1024, 1366]) {
    await app.viewport(width, 740);
    assert.ok(await app.js('return document.documentElement.scrollWidth <= innerWidth'), `${width}`);
    const out = await app.js(`return [...document.querySelectorAll('.block')].flatMap((block) =>
      [...block.querySelectorAll(':scope table:not(.chart-table table), svg.chart__view')]
        .filter((e) => e.getBoundingClientRect().right > block.getBoundingClientRect().right + 1).map((e) => e.className.baseVal ?? e.className))`);
    assert.deepEqual(out, [], `nothing stands out of its block at ${width}`);
  }
  await app.viewport(360, 740);
  const cards = await app.js(`return [...document.querySelectorAll('${table} [data-target]')].every((row) => row.getBoundingClientRect().right <= innerWidth)`);
  assert.ok(cards);
  await press(app, `${table} [data-column="left"]`);
  await ordered(app, ['TC-2', 'TT-3', 'TT-1a', 'TT-1b', 'TT-2a', 'TT-2b', 'TT-5', 'TT-6', 'TT-4a', 'TT-4b', 'TT-4c', 'R-1', 'R-2', 'R-3', 'R-4', 'R-5', 'TC-1']);
});

inOneBrowser('no hindrance is found, light and dark, in both languages', async (app) => {
  await results(app);
  for (const theme of ['light', 'dark']) {
    await app.theme(theme);
    assert.deepEqual(await app.axe(), [], theme);
  }
  await app.viewport(360, 740);
  assert.deepEqual(await app.axe(), [], 'as cards');
  await press(app, button('menu'));
  await press(app, choice('lang', 'en'));
  assert.equal(await app.text('main h1'), 'Results');
  const vietnamese = await app.js(`return /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽềếểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i.test([...document.querySelectorAll('.block h2, .block th, .block text, .legends, .compared')].map((e) => e.textContent).join(' '))`);
  assert.equal(vietnamese, false);
});
