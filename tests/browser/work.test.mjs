// Kết quả: the work to do, who does it and by when, the plan as a file; what is worth a second look.
import assert from 'node:assert/strict';
import { Key, inOneBrowser } from './support/app.mjs';
import { button, details, enter, enterAll, focusIs, heading, held, holds, named, press, saved } from './support/entry.mjs';
import { until } from './support/wait.mjs';

const page = (name) => `nav a[href="#/${name}"]`;

/** Goes to a page by the menu. */
async function go(app, name) {
  await app.click(page(name));
  await app.find(name === 'ket-qua' ? '[aria-labelledby="work-title"]' : named('unit'));
}

/** The rows of work, "TT-3 1.230", in order. */
const work = (app) => app.js('return [...document.querySelectorAll("[data-gap]")].map((row) => `${row.dataset.gap} ${row.dataset.value}`)');

/** The findings, "same-total TT-4a TT-4b", in order. */
const findings = (app) => app.js('return [...document.querySelectorAll("[data-finding]")].map((each) => `${each.dataset.finding} ${each.dataset.targets}`.trim())');

/** Waits until a list is exactly `expected`. */
async function seesList(app, read, expected) {
  await until(`[${expected.join(', ')}]`, async () => {
    const now = await read(app);
    if (now.join() !== expected.join()) throw new Error(now.join(', '));
    return true;
  });
}

const figures = {
  'TC-1.done': '6', 'TC-1.total': '6', 'TC-2.done': '3', 'TC-2.total': '4', 'TT-2a.done': '1', 'TT-2a.total': '10',
  'TT-3.done': '410', 'TT-3.total': '850', 'TT-4a.done': '103', 'TT-4a.total': '104', 'TT-4b.done': '0', 'TT-4b.total': '104',
};

inOneBrowser('the work to do stands in order, changes with the figures, and its words are kept and handed on', async (app) => {
  await heading(app, { unit: 'UBND xã Phú Mậu', level: 'commune', year: 2023 });
  await enterAll(app, figures);
  await app.rowSees('TT-4b', { state: 'scored' });
  await go(app, 'ket-qua');
  const all = ['TT-2b 5.000', 'TT-5 5.000', 'TT-2a 4.375', 'TT-4b 3.000', 'TT-4c 3.000', 'TC-2 2.500', 'TT-3 1.230', 'TT-4a 0.038'];
  await seesList(app, work, all);
  assert.equal(await app.out('work-gain'), '24.143');
  const row = (await app.text('[data-gap="TT-3"]')).normalize('NFC');
  for (const words of ['Thêm 58 kết quả', 'từ 410 lên 468, tính trên 850', '+1,230 điểm', 'lên 10/10 điểm (100%)', 'đạt 55,059%']) assert.ok(row.includes(words), row);
  assert.match(await app.text('[data-gap="TT-5"]'), /Nhập số liệu trước[^]*\+5,000[^]*nhiều nhất 5 điểm/);

  // Who and by when: typed with the keyboard alone, undone, kept, in the file.
  await enter(app, 'TT-3.who', 'Văn phòng; bộ phận một cửa');
  await app.press(Key.TAB);
  await focusIs(app, 'TT-3.by');
  await app.press('trước 20/12');
  await holds(app, 'TT-3.by', 'trước 20/12');
  await enter(app, 'TT-2b.who', '=1+1');
  await press(app, button('undo'));
  await holds(app, 'TT-2b.who', '');
  await press(app, button('redo'));
  await holds(app, 'TT-2b.who', '=1+1');
  await saved(app);
  await app.reload();
  await holds(app, 'TT-3.who', 'Văn phòng; bộ phận một cửa');
  assert.equal(await held(app, 'TT-3.by'), 'trước 20/12');
  const file = JSON.parse((await app.download(() => press(app, button('export-json')))).text);
  assert.deepEqual(file.work['TT-3'], { who: 'Văn phòng; bộ phận một cửa', by: 'trước 20/12' });

  const plan = await app.download(() => press(app, button('export-plan')));
  assert.equal(plan.name, 'UBND xã Phú Mậu - 2023 - Việc cần làm.csv');
  const lines = plan.text.split('\r\n');
  assert.ok(lines[0].startsWith('\ufeffSTT;Mã chỉ tiêu;'), lines[0]);
  assert.deepEqual(lines.slice(1, 9).map((line) => line.split(';')[1]), all.map((each) => each.split(' ')[0]));
  assert.ok(lines[1].includes(`"'=1+1"`), lines[1]);
  assert.ok(lines[7].includes('Thêm 58 kết quả;') && lines[7].endsWith('"Văn phòng; bộ phận một cửa";trước 20/12'), lines[7]);

  // A row leads to its figures; what is typed there is work done.
  await press(app, '[data-gap="TT-3"] a');
  await app.find(named('TT-3.done'));
  await enter(app, 'TT-3.done', '468');
  await app.rowSees('TT-3', { points: '10.000' });
  await go(app, 'ket-qua');
  await seesList(app, work, all.filter((each) => !each.startsWith('TT-3')));
  assert.deepEqual(await app.consoleErrors(), []);
});

inOneBrowser('what is worth a second look appears with its reason, and goes when it is put right', async (app) => {
  await heading(app, { level: 'commune', year: 2023 });
  await go(app, 'ket-qua');
  await seesList(app, findings, []);
  assert.match(await app.text('.findings'), /Không thấy chỗ nào cần xem lại/);

  await go(app, 'nhap-lieu');
  await enterAll(app, { ...figures, 'TC-1.done': '7', 'TT-4b.total': '105', 'TT-3.total': '1,850', 'TT-2a.done': '0', 'TT-2b.done': '3', 'TT-2b.total': '40' });
  await app.rowSees('TT-2b', { state: 'scored' });
  await go(app, 'ket-qua');
  const evidence = ['TC-2', 'TT-2a', 'TT-2b', 'TT-3', 'TT-4a', 'TT-4b'].map((id) => `no-evidence ${id}`);
  await seesList(app, findings, ['done-over-total TC-1', 'same-total TT-4a TT-4b', 'ambiguous TT-3', ...evidence]);
  const text = (await app.text('.findings')).normalize('NFC');
  for (const words of ['TT-4a 104; TT-4b 105', '“1,850”, đã hiểu là 1.850 (một nghìn tám trăm năm mươi)', 'là 7, lớn hơn']) assert.ok(text.includes(words), text);

  await press(app, '[data-finding="same-total"] a[href$="/TT-4b"]');
  await app.find(named('TT-4b.total'));
  await enterAll(app, { 'TT-4b.total': '104', 'TC-1.done': '6', 'TT-3.total': '1850', 'TT-2a.done': '1' });
  await details(app, 'TC-2');
  await enter(app, 'TC-2.note', 'Danh mục kèm Báo cáo số 87/BC-UBND');
  await go(app, 'ket-qua');
  await seesList(app, findings, ['no-evidence TC-1', ...evidence.slice(1)]);
  assert.deepEqual(await app.consoleErrors(), []);
});

inOneBrowser('work and findings are clean for axe, fit a phone, and on paper the typed words stand in full', async (app) => {
  await heading(app, { unit: 'UBND xã Phú Mậu', level: 'commune', year: 2023 });
  await enterAll(app, { ...figures, 'TT-4b.total': '105', 'TT-3.total': '1.850' });
  await app.rowSees('TT-4b', { state: 'scored' });
  await go(app, 'ket-qua');
  const long = 'Bộ phận Tiếp nhận và Trả kết quả phối hợp công chức Văn phòng – thống kê';
  await enter(app, 'TT-2a.who', long);
  for (const theme of ['light', 'dark']) {
    for (const [width, height] of [[1366, 768], [1024, 768], [360, 800]]) {
      await app.viewport(width, height);
      await app.theme(theme);
      const wide = await app.js('return document.documentElement.scrollWidth - document.documentElement.clientWidth');
      assert.ok(wide <= 0, `${width} px: ${wide} px too wide`);
      if (app.browser === 'chromium' && width !== 1024) assert.deepEqual(await app.axe(), [], `${theme} ${width}`);
    }
  }
  if (app.browser !== 'chromium') return;
  await app.cdp('Emulation.setEmulatedMedia', { media: 'print' });
  const printed = await app.js(`const row = document.querySelector('[data-gap="TT-2a"]');
    return { text: row.querySelector('.work__who').innerText.trim(), field: getComputedStyle(row.querySelector('input')).display }`);
  assert.deepEqual(printed, { text: long, field: 'none' });
});

inOneBrowser('a window that only reads shows the work as the other one types it, and hands the plan on', async (app) => {
  await heading(app, { unit: 'UBND xã Phú Mậu', level: 'commune', year: 2023 });
  await enterAll(app, { 'TT-3.done': '410', 'TT-3.total': '850' });
  await saved(app);
  const first = await app.driver.getWindowHandle();
  await app.driver.switchTo().newWindow('window');
  await app.open('#/ket-qua');
  await app.find('[data-readonly="true"]');
  const second = await app.driver.getWindowHandle();
  const closed = await app.js('return [...document.querySelectorAll("[data-gap] input")].map((field) => field.readOnly)');
  assert.ok(closed.length === 18 && closed.every(Boolean), String(closed));

  await app.driver.switchTo().window(first);
  await go(app, 'ket-qua');
  await enter(app, 'TT-3.who', 'Văn phòng');
  await saved(app);
  await app.driver.switchTo().window(second);
  await holds(app, 'TT-3.who', 'Văn phòng');
  const plan = await app.download(() => press(app, button('export-plan')));
  assert.ok(plan.text.includes('Thêm 58 kết quả;'), plan.text);
});
