// Other target sets: opened from their files, kept with the documents that were made with them, chosen for new ones.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { eachBrowser, inOneBrowser } from './support/app.mjs';
import { button, enter, enterAll, gone, heading, held, holds, named, press, rows, saved } from './support/entry.mjs';
import { put } from './support/storage.mjs';
import { until } from './support/wait.mjs';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const illustration = JSON.parse(read('sets/mau-minh-hoa-8-linh-vuc.json'));

/** A set that the product does not hold. */
const foreign = { ...illustration, id: 'bo-cua-huyen', title: { vi: 'Bộ chỉ tiêu của huyện', en: 'The district’s set' } };

const open = async (app, name, set) => app.importFile(app.writeFile(name, JSON.stringify(set)));

const list = (app) => app.js('return [...document.querySelectorAll("[data-draft]")].map((e) => ({ id: e.dataset.draft, text: e.innerText }))');

async function drafts(app) {
  await press(app, button('drafts'));
  await app.find('[role="dialog"]');
  return list(app);
}

/** Opens the draft whose line has this text. */
async function openDraft(app, text) {
  const { id } = (await drafts(app)).find((draft) => draft.text.includes(text));
  await press(app, button('open-draft', `[data-draft="${id}"]`));
}

/** The records of the store of sets. */
const sets = (app) =>
  app.driver.executeAsyncScript(`
    const done = arguments[arguments.length - 1];
    const ask = (request) => new Promise((go, stop) => { request.onsuccess = () => go(request.result); request.onerror = () => stop(request.error) });
    (async () => {
      const db = await ask(indexedDB.open('tu-cham'));
      const found = await ask(db.transaction('sets').objectStore('sets').getAll());
      db.close();
      return found;
    })().then(done, (error) => done(String(error)))`);

/** A document of Programme 196, and one of the foreign set, which is open. */
async function two(app) {
  await heading(app, { unit: 'UBND xã Phú Mậu', year: 2023 });
  await enterAll(app, { 'TT-3.done': '410', 'TT-3.total': '850' });
  await saved(app);
  await open(app, 'bộ của huyện.json', foreign);
  const text = await app.text('[data-preview]');
  for (const said of ['Bộ chỉ tiêu của huyện', 'ộ chỉ tiêu này', '2024, 2025, 2026', 'Cấp xã: 25', '8 lĩnh vực']) assert.ok(text.includes(said), `${said} in ${text}`);
  await press(app, button('import-new'));
  await gone(app, '[data-preview]');
  await heading(app, { unit: 'Xã tập dùng', year: 2025 });
  await enterAll(app, { 'MH1.1.1.done': '9', 'MH1.1.1.total': '10' });
  await app.rowSees('MH1.1.1', { points: '1.500' });
  await saved(app);
}

inOneBrowser('a set from a file begins a document of its own, which a reload finds with its set', { timeout: 120_000 }, async (app) => {
  await two(app);
  assert.equal((await rows(app)).length, 25);
  const kept = await sets(app);
  assert.equal(kept.length, 1, JSON.stringify(kept).slice(0, 300));
  await app.reload();
  await holds(app, 'MH1.1.1.done', '9');
  await app.rowSees('MH1.1.1', { points: '1.500' });
  // The other document is as it was, by its own set.
  const both = await drafts(app);
  assert.equal(both.length, 2);
  assert.ok(both.some(({ text }) => text.includes('Bộ chỉ tiêu của huyện')), JSON.stringify(both));
  await press(app, button('open-draft', `[data-draft="${both.find(({ text }) => text.includes('Phú Mậu')).id}"]`));
  await holds(app, 'TT-3.done', '410');
  await app.rowSees('TT-3', { points: '8.770' });
  await app.sees('max-points', '55.000');
  await app.reload();
  await holds(app, 'TT-3.done', '410');
  await openDraft(app, 'Xã tập dùng');
  await holds(app, 'MH1.1.1.done', '9');
  assert.deepEqual(await app.requests(), []);
  assert.deepEqual(await app.consoleErrors(), []);
});

inOneBrowser('a draft whose set is damaged waits for the set’s file and loses nothing', { timeout: 120_000 }, async (app) => {
  await two(app);
  const [{ key, text }] = await sets(app);
  await put(app, 'sets', { key, text: text.replace('Nhiệm vụ', 'Việc') });
  await app.reload();
  assert.match(await app.text('[data-notice="set-missing"]'), /bo-cua-huyen/);
  await open(app, 'bộ của huyện.json', foreign);
  await press(app, button('import-new'));
  await gone(app, '[data-preview]');
  await openDraft(app, 'Xã tập dùng');
  await holds(app, 'MH1.1.1.done', '9');
  // The damaged record was left alone; the set stands beside it.
  await until('the set beside the damaged one', async () => (await sets(app)).length === 2);
  await app.reload();
  await holds(app, 'MH1.1.1.done', '9');
});

inOneBrowser('a faulty set is refused with each fault by its target, and nothing changes', async (app) => {
  await heading(app, { unit: 'UBND xã Phú Mậu', year: 2023 });
  await enterAll(app, { 'TT-3.done': '410' });
  const faulty = structuredClone(foreign);
  faulty.bands[4].from = '1';
  delete faulty.areas[6].criteria[0].targets[0].goal;
  faulty.areas[0].criteria[0].targets[0].measure.kind = 'share';
  await open(app, 'hỏng.json', faulty);
  const dialog = '[role="dialog"]';
  await app.find('[data-faults="3"]');
  const listed = () => app.js('return [...document.querySelectorAll("[data-faults] section")].map((e) => e.innerText)');
  const found = await listed();
  assert.equal(found.length, 3, found.join('\n'));
  assert.match(found.join('\n'), /Cả bộ chỉ tiêu\s+dòng 1: mức xếp loại phải giảm dần.* bands/);
  assert.match(found.join('\n'), /Chỉ tiêu MH7\.1\.1\s+dòng 1: mục tiêu phải có .*areas\[6\]\.criteria\[0\]\.targets\[0\]\.goal/);
  assert.match(found.join('\n'), /Chỉ tiêu MH1\.1\.1\s+dòng 1: loại có “share”.*measure\.kind/);
  assert.deepEqual(await app.axe(), []);
  // The whole list is on the clipboard, or selected where the browser refuses.
  await press(app, button('copy-faults'));
  await until('what came of copying', () => app.js('return document.querySelector("[data-faults] [role=status]").textContent'));
  const copied = await app.js('const field = document.querySelector(\'[name="set-faults"]\'); return field.value.slice(field.selectionStart, field.selectionEnd)');
  assert.equal(copied.split('\n').length, 3, copied);
  assert.match(copied, /^Chỉ tiêu MH7\.1\.1, dòng 1: mục tiêu phải có với cách tính điểm này \[areas\[6\]/m);
  await press(app, button('close', `${dialog} .panel__foot`));
  await gone(app, dialog);
  const alert = '[role="alert"][data-problem="faulty"]';
  await press(app, button('show-faults', alert));
  await app.find('[data-faults="3"]');
  await press(app, button('close', `${dialog} .panel__foot`));
  await gone(app, dialog);
  assert.equal(await held(app, 'TT-3.done'), '410');
  await press(app, button('dismiss', alert));
});

inOneBrowser('the second set of the product is chosen for a new document, with nothing to open', async (app) => {
  await drafts(app);
  const offered = await until('the second set', async () => {
    const found = await app.js('return [...document.querySelector(\'[name="new-set"]\').options].map((option) => [option.value, option.textContent])');
    return found.length === 2 && found;
  });
  const [value] = offered.find(([, text]) => text.includes('minh hoạ'));
  await app.setSelect(named('new-set'), value);
  await press(app, button('new-draft'));
  await gone(app, '[role="dialog"]');
  await enter(app, 'unit', 'Lớp tập huấn');
  await app.sees('max-points', '95.000');
  assert.match(await app.text('main'), /Không dùng để chấm điểm thật/);
  await enterAll(app, { 'MH1.1.1.done': '91', 'MH1.1.1.total': '100' });
  await app.rowSees('MH1.1.1', { points: '3.000' });
  await saved(app);
  await app.reload();
  await holds(app, 'MH1.1.1.done', '91');
});

inOneBrowser('what makes a set no JSON is told with its line, and a missing format as well', async (app) => {
  const text = read('sets/mau-minh-hoa-8-linh-vuc.json');
  for (const [name, changed, expected] of [
    ['phẩy', text.replace('"version": 1,', '"version": 1,,'), /Dòng 3: thừa dấu phẩy/],
    ['ngoặc kép', text.replace('"edition": "1"', '"edition": "1'), /Dòng 5: thiếu dấu ngoặc kép đóng/],
    ['ngoặc cong', text.replace('"edition": "1"', '"edition": “1”'), /Dòng 5: dấu ngoặc kép phải là dấu thẳng/],
    ['format', text.replace('"format": "tu-cham/target-set",', ''), /"format": "tu-cham\/target-set"/],
  ]) {
    await app.importFile(app.writeFile(`${name}.json`, changed));
    const said = await until(name, async () => {
      const found = await app.js('return document.querySelector(\'[role="alert"][data-problem]\')?.innerText ?? ""');
      return found.includes(name) && found;
    });
    assert.match(said, expected);
    assert.doesNotMatch(said, /xin lại tệp/);
  }
});

inOneBrowser('a set is shown with its points and what to look at again', async (app) => {
  const careless = structuredClone(illustration);
  careless.not_aplicable = careless.not_applicable;
  delete careless.not_applicable;
  await open(app, 'bộ.json', careless);
  await app.find('[data-preview] [data-warnings="1"]');
  const text = await app.text('[data-preview]');
  assert.match(text, /“not_aplicable” không dùng ở đây nên bị bỏ qua; có phải là “not_applicable”\?/);
  assert.match(text, /mang mã “mau-minh-hoa-8-linh-vuc” của bộ có sẵn/);
  const table = await app.js('return [...document.querySelectorAll("[data-set-points] tr")].map((row) => [...row.cells].map((cell) => cell.innerText))');
  assert.equal(table.length, 10);
  assert.deepEqual(table.at(0).slice(1), ['Cấp tỉnh', 'Cấp huyện', 'Cấp xã']);
  assert.equal(table.at(-1).at(-1), '95');
  assert.deepEqual(await app.axe(), []);
});

eachBrowser('the open set is downloaded, mended as another edition, and the figures are carried over to it', { timeout: 120_000 }, async (app) => {
  await two(app);
  await app.js('location.hash = "#/chi-tieu"');
  const file = await app.download(() => press(app, button('download-set')));
  const set = JSON.parse(file.text);
  assert.deepEqual(set, foreign);
  set.edition = '2';
  set.areas[0].criteria[0].targets[0].rule.steps = [{ from: '90', points: '3' }];
  const dropped = set.areas[0].criteria[0].targets.pop().id;
  await open(app, 'ấn bản 2.json', set);
  await app.find('[data-carry-over]');
  const told = await app.text('[data-carry-over]');
  assert.match(told, /Tổng điểm: 1,500\/95 → 3,000\//);
  assert.match(told, /MH1\.1\.1: 1,500\/3 → 3,000\/3/);
  assert.ok(told.includes(`${dropped}:`), told);
  await press(app, button('import-carry'));
  await gone(app, '[data-preview]');
  await app.js('location.hash = "#/nhap-lieu"');
  await holds(app, 'MH1.1.1.done', '9');
  await app.rowSees('MH1.1.1', { points: '3.000' });
  await saved(app);
  await app.reload();
  await app.rowSees('MH1.1.1', { points: '3.000' });
  // The document that it was made of stays.
  const all = await drafts(app);
  assert.equal(all.length, 3, JSON.stringify(all));
  assert.deepEqual(await app.consoleErrors(), []);
});
