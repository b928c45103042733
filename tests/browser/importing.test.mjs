// What the preview of a file tells before anything is changed, and what each choice then does.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { eachBrowser, inOneBrowser } from './support/app.mjs';
import { button, details, enter, enterAll, gone, heading, held, holds, named, press, saved } from './support/entry.mjs';
import { sealed } from './support/seal.mjs';
import { until } from './support/wait.mjs';

const golden = readFileSync(new URL('../golden/assessment-v1.json', import.meta.url), 'utf8');
const goldenId = JSON.parse(golden).document.id;
const preview = '[data-preview]';

/** The golden file changed and sealed anew. */
const changed = (change) => {
  const file = JSON.parse(golden);
  change(file);
  return sealed(file);
};

async function opens(app, name, content) {
  await app.importFile(app.writeFile(`${name}.json`, content));
  return app.text(preview);
}

async function chooses(app, choice) {
  await press(app, button(`import-${choice}`, preview));
  await gone(app, preview);
}

/** What the preview's table says: `{ 'TT-3.done': ['410', '420'] }`. */
const differences = (app) =>
  app.js('return Object.fromEntries([...document.querySelectorAll("[data-difference]")].map((row) => [row.dataset.difference, [...row.querySelectorAll("td")].map((cell) => cell.innerText)]))');

/** How the file stands to the document of its id on this computer. */
const standing = (app) => app.js('return document.querySelector("[data-twin]")?.dataset.twin ?? null');

async function quiet(app) {
  assert.deepEqual(await app.requests(), []);
  assert.deepEqual(await app.consoleErrors(), []);
}

eachBrowser('what a file would change is told figure by figure, of a document that is named', async (app) => {
  await heading(app, { unit: 'UBND xã Phú Mậu', year: 2023 });
  await enterAll(app, { 'TT-3.done': '1.410', 'TT-3.total': '850' });
  await saved(app);
  const text = await opens(app, 'Phú Mậu', golden);
  assert.match(text, /thay đổi so với bản đang mở “UBND xã Phú Mậu, 2023”/);
  assert.match(text, /lần lưu 12, lúc 16:41 ngày 01\/12\/2023/);
  assert.match(text, /Chương trình 196\/CTr-UBND, ấn bản 1/);
  const found = await differences(app);
  assert.deepEqual(found['TT-3.done'], ['1.410', '410']);
  assert.deepEqual(found['superior'], ['(trống)', 'UBND thành phố Huế']);
  assert.deepEqual([found['unit'], found['TT-3.total'], found['year']], [undefined, undefined, undefined]);
  const count = await app.js('return document.querySelector("[data-differences]").dataset.differences');
  assert.equal(await app.js('return document.querySelectorAll("[data-difference]").length'), Number(count));
  assert.match(text, new RegExp(`^${count} thay đổi`, 'm'));
  // Nothing is the choice to take: the two look alike.
  assert.deepEqual(await app.js('return [...document.querySelectorAll("[data-preview] [data-action^=import]")].map((e) => e.className.includes("primary"))'), [false, false, false]);
  await chooses(app, 'new');
  await holds(app, 'TT-3.done', '410');

  // The same file once more: nothing differs, and it says so.
  assert.match(await opens(app, 'Phú Mậu', golden), /không có gì khác so với bản đang mở/);
  assert.equal(await standing(app), 'same');
  assert.deepEqual(await differences(app), {});
  // Put in its place it changes nothing, and offers no undo of something else.
  await chooses(app, 'replace');
  await app.find('[data-notice="imported-nothing"]');
  assert.equal(await app.js('return document.querySelectorAll("[data-notice] .button:not([data-action=dismiss])").length'), 0);
  await holds(app, 'TT-3.done', '410');
  await quiet(app);
});

eachBrowser('a file of a draft that is not open replaces that draft, and one undo leads back to where the user was', async (app) => {
  await opens(app, 'Phú Mậu', golden);
  await chooses(app, 'new');
  await saved(app);
  await press(app, button('drafts'));
  await press(app, button('new-draft'));
  await heading(app, { unit: 'UBND xã Vinh Thanh', year: 2023 });
  await enter(app, 'TT-3.done', '500');
  await saved(app);
  const newer = changed((file) => {
    file.document.revision = 30;
    file.answers['TT-3'].figures.done = '420';
  });
  const text = await opens(app, 'mới hơn', newer);
  assert.match(text, /bản nháp cùng mã/);
  assert.match(text, /Tệp mới hơn/);
  assert.equal(await standing(app), 'file-newer');
  assert.deepEqual(await differences(app), { 'TT-3.done': ['410', '420'] });
  await chooses(app, 'replace');
  await holds(app, 'TT-3.done', '420');
  assert.equal(await held(app, 'unit'), 'UBND xã Phú Mậu');
  await saved(app);
  await press(app, button('undo'));
  await holds(app, 'unit', 'UBND xã Vinh Thanh');
  assert.equal(await held(app, 'TT-3.done'), '500');
  await saved(app);
  await app.reload();
  assert.equal(await held(app, 'unit'), 'UBND xã Vinh Thanh');
  await press(app, button('drafts'));
  await press(app, button('open-draft', `[data-draft="${goldenId}"]`));
  await holds(app, 'TT-3.done', '410');

  // Saved more often there, later here: neither is called the newer.
  await enter(app, 'TT-3.done', '411');
  await saved(app);
  const older = changed((file) => { file.document.revision = 99; });
  assert.match(await opens(app, 'lần lưu 99', older), /Chưa rõ bên nào mới hơn/);
  assert.equal(await standing(app), 'file-more-here-later');
  await chooses(app, 'cancel');
  await quiet(app);
});

eachBrowser('letters that were taken apart and UTF-16 are understood, and the seal is of the file as it was', async (app) => {
  const file = JSON.parse(golden);
  const apart = (value) => JSON.parse(JSON.stringify(value).normalize('NFD'));
  const { appraisal } = file.answers['TT-3'];
  Object.assign(file, { unit: apart(file.unit), answers: apart(file.answers), narrative: apart(file.narrative) });
  // What this version does not know stays as it is.
  file.answers['TT-3'].appraisal = appraisal;
  assert.notEqual(file.unit.name, 'UBND xã Phú Mậu');
  const text = await opens(app, 'từ máy Mac', Buffer.from(`\ufeff${sealed(file)}`, 'utf16le'));
  assert.match(text, /Nguyên vẹn như khi xuất/);
  await chooses(app, 'new');
  await holds(app, 'unit', 'UBND xã Phú Mậu');
  await details(app, 'TC-2');
  assert.equal(await held(app, 'TC-2.note'), JSON.parse(golden).answers['TC-2'].note);
  // Byte for byte what the composed file holds.
  await opens(app, 'Phú Mậu', golden);
  assert.equal(await standing(app), 'same');
  await chooses(app, 'cancel');
  await quiet(app);
});

inOneBrowser('answers without a place in the set are listed after the areas, written back, and taken out with undo', async (app) => {
  const file = changed((each) => {
    each.target_set.edition = '0';
    each.target_set.sha256 = '0'.repeat(64);
    each.answers['TT-9'] = { figures: { done: '3,50', total: '12.000' }, note: 'Chỉ tiêu cũ', evidence: [{ number: '1/BC', date: '', title: '', place: '', link: '' }], later: { a: 1 } };
    each.answers['TT-3'].figures.weight = '2';
    each.answers['R-1'] = { figures: { value: '3' } };
  });
  const text = await opens(app, 'ấn bản trước', file);
  assert.match(text, /ấn bản 0 của bộ chỉ tiêu; trang này dùng ấn bản 1/);
  assert.match(text, /Không còn trong bộ chỉ tiêu: TT-3.weight, TT-9/);
  await chooses(app, 'new');
  const listed = () => app.js('return [...document.querySelectorAll("[data-homeless]")].map((e) => e.dataset.homeless)');
  await until('two listed', async () => (await listed()).join() === 'TT-3,TT-9');
  for (const part of ['done', '3,50', 'total', '12.000', 'Chỉ tiêu cũ']) assert.ok((await app.text('[data-homeless="TT-9"]')).includes(part), part);
  assert.ok((await app.text('[data-homeless="TT-3"]')).includes('weight'));
  await app.viewport(360, 800);
  assert.deepEqual(await app.axe(), []);
  assert.ok(await app.js('return [...document.querySelectorAll(".orphaned-answers dd")].every((e) => e.offsetWidth > 100)'), 'figures have room on a narrow screen');
  await app.viewport(1366, 768);
  assert.deepEqual(await app.axe(), []);

  const exported = async () => JSON.parse((await app.download(() => press(app, button('export-json')))).text).answers;
  const { answers } = JSON.parse(file);
  const back = await exported();
  assert.deepEqual([back['TT-9'], back['TT-3'], back['R-1']], [answers['TT-9'], answers['TT-3'], answers['R-1']]);

  await press(app, button('remove-homeless', '[data-homeless="TT-9"]'));
  await gone(app, '[data-homeless="TT-9"]');
  assert.equal((await exported())['TT-9'], undefined);
  await press(app, button('undo'));
  await app.find('[data-homeless="TT-9"]');
  await press(app, button('remove-homeless', '[data-homeless="TT-3"]'));
  await gone(app, '[data-homeless="TT-3"]');
  assert.equal(await held(app, 'TT-3.done'), '410');
  await quiet(app);
});

inOneBrowser('another stated result is told target by target, in words that accuse nobody', async (app) => {
  const text = await opens(app, 'kết quả khác', changed((file) => {
    file.result.points = '49.000';
    file.result.targets.find(({ id }) => id === 'TT-3').points = '9.000';
  }));
  assert.match(text, /khác với kết quả ghi trong tệp/);
  assert.match(text, /TT-3: tệp ghi 9,000, ở đây 8,770/);
  assert.match(text, /Tổng điểm: tệp ghi 49,000, ở đây 48,770/);
  assert.doesNotMatch(await app.text(`${preview} .warning`), /gian lận|giả mạo|sai phạm|sửa tay/);
  await quiet(app);
});

inOneBrowser('hidden characters are told, and turn no sentence around', async (app) => {
  const name = 'UBND xã \u202euậM úhP';
  const text = await opens(app, 'ngược', changed((file) => {
    file.unit.name = name;
    file.answers['TT-3'].note = 'không\u200bthấy';
    file.target_set.id = '196\u202e';
  }));
  assert.match(text, /có ký tự ẩn/);
  const seen = () => app.js('return /[\\u200b-\\u200f\\u202a-\\u202e\\u2066-\\u2069]/.test(document.body.innerText)');
  assert.equal(await seen(), false, 'none stands in the text of the page');
  await chooses(app, 'new');
  await holds(app, 'unit', name);
  await saved(app);
  await press(app, button('drafts'));
  await app.find('[data-draft]');
  assert.equal(await seen(), false);
  await press(app, button('close', '[role="dialog"]'));
  // The data keeps them, unlike the name of the file that is handed over.
  const exported = await app.download(() => press(app, button('export-json')));
  assert.equal(JSON.parse(exported.text).unit.name, name);
  assert.doesNotMatch(exported.name, /\u202e/);
  await quiet(app);
});

eachBrowser('a link of evidence leads to the web alone, in a window that knows nothing of this one', async (app) => {
  await heading(app, { year: 2023 });
  await details(app, 'TT-3');
  await press(app, button('add-evidence', '[data-target="TT-3"]'));
  const link = 'TT-3.evidence.0.link';
  const anchor = () =>
    app.js('const a = document.querySelector("[data-action=open-link]"); return a && [a.getAttribute("href"), a.target, a.rel]');
  for (const text of ['javascript:alert(1)', 'file:///C:/102.pdf', 'https://a@example.vn', 'data:text/html,x', 'example.vn']) {
    await enter(app, link, text);
    await holds(app, link, text);
    assert.equal(await anchor(), null, text);
  }
  await enter(app, link, 'https://example.vn/102?so=1');
  await until('a link', async () => (await anchor()) !== null);
  assert.deepEqual(await anchor(), ['https://example.vn/102?so=1', '_blank', 'noopener noreferrer']);
  // It came beside the field without taking the focus from it.
  assert.equal(await app.js('return document.activeElement.name'), link);
  assert.deepEqual(await app.axe(), []);
  await quiet(app);
});

inOneBrowser('the preview is read, reached and used on a wide and on a narrow screen, light and dark', { timeout: 150_000 }, async (app) => {
  await opens(app, 'Phú Mậu', golden);
  await chooses(app, 'new');
  await saved(app);
  const long = changed((file) => {
    file.document.revision = 30;
    file.unit.name = 'x'.repeat(300);
    file.unit.level = 'ward';
    file.result.points = '1';
    for (let n = 0; n < 150; n += 1) file.answers[`Y-${n}`] = { figures: { value: String(n) } };
    file.answers['TT-3'].note = 'Một câu dài. '.repeat(100);
  });
  await opens(app, 'dài', long);
  assert.equal(await app.js('return document.querySelectorAll("[data-difference]").length'), 100);
  assert.match(await app.text(preview), /và \d+ thay đổi khác/);
  for (const [width, height] of [[1366, 768], [360, 800]]) {
    await app.viewport(width, height);
    for (const theme of ['light', 'dark']) {
      await app.theme(theme);
      assert.deepEqual(await app.axe(), [], `${width} ${theme}`);
    }
    const { wide, shown } = await app.js(`
      const foot = document.querySelector('[data-preview] [data-action=import-cancel]').getBoundingClientRect();
      const veil = document.querySelector('.dialog-backdrop');
      return { wide: veil.scrollWidth - veil.clientWidth, shown: foot.top >= 0 && foot.bottom <= innerHeight }`);
    assert.equal(wide, 0, `nothing is wider than ${width}`);
    assert.equal(shown, true, 'the choices are in sight without scrolling');
  }
  // The choices stay in sight over the end of the preview: a person scrolls the field out from under them.
  await app.js('document.querySelector(arguments[0]).scrollIntoView({ block: "nearest" })', named('preview-level'));
  await app.setSelect(named('preview-level'), 'commune');
  await chooses(app, 'new');
  await holds(app, 'TT-3.done', '410');
});
