// Several drafts on one computer: opened, carried on, removed, and kept apart.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { eachBrowser, inOneBrowser } from './support/app.mjs';
import { button, choice, enter, enterAll, focusIs, gone, heading, held, holds, named, press, saved } from './support/entry.mjs';
import { stored } from './support/storage.mjs';
import { until } from './support/wait.mjs';

const open = async (app) => {
  await press(app, button('drafts'));
  await app.find('[role="dialog"]');
};

/** The drafts of the list: id and what is seen of each. */
const list = (app) => app.js('return [...document.querySelectorAll("[data-draft]")].map((e) => ({ id: e.dataset.draft, text: e.innerText }))');

/** The selector of the draft whose line has this text. */
async function draft(app, text) {
  const id = await until(`a draft of ${text}`, async () => (await list(app)).find((each) => each.text.includes(text))?.id);
  return `[data-draft="${id}"]`;
}

/** Everything that the browser keeps of drafts: records of its databases, and the texts written in haste. */
const kept = (app) =>
  app.driver.executeAsyncScript(`
    const done = arguments[arguments.length - 1];
    const ask = (request) => new Promise((go, stop) => { request.onsuccess = () => go(request.result); request.onerror = () => stop(request.error) });
    (async () => {
      const db = await ask(indexedDB.open('tu-cham'));
      const texts = await ask(db.transaction('drafts').objectStore('drafts').getAll());
      db.close();
      return texts.length + Object.keys(localStorage).filter((key) => key.startsWith('tu-cham.flush.')).length;
    })().then(done, (error) => done(String(error)))`);

async function two(app) {
  await heading(app, { unit: 'UBND xã Phú Mậu', year: 2023 });
  await enterAll(app, { 'TT-3.done': '410', 'TT-3.total': '850' });
  await saved(app);
  await open(app);
  await press(app, button('new-draft'));
  await holds(app, 'unit', '');
  await heading(app, { unit: 'UBND xã Phú Thanh', year: 2023 });
  await enterAll(app, { 'TT-3.done': '100' });
  await saved(app);
}

eachBrowser('two documents keep apart, and each is opened again where it was', async (app) => {
  await two(app);
  await open(app);
  assert.equal((await list(app)).length, 2);
  await press(app, button('open-draft', await draft(app, 'Phú Mậu')));
  await holds(app, 'TT-3.done', '410');
  assert.deepEqual([await held(app, 'unit'), await held(app, 'TT-3.total')], ['UBND xã Phú Mậu', '850']);
  await app.rowSees('TT-3', { points: '8.770' });
  await gone(app, '[role="dialog"]');
  await open(app);
  await press(app, button('open-draft', await draft(app, 'Phú Thanh')));
  await holds(app, 'TT-3.done', '100');
  assert.equal(await held(app, 'TT-3.total'), '');
  // Another document is a step like others.
  await press(app, button('undo'));
  await holds(app, 'unit', 'UBND xã Phú Mậu');

  await app.reload();
  await open(app);
  const units = (await list(app)).map(({ text }) => text.match(/UBND xã Phú \S+/)[0]).sort();
  assert.deepEqual(units, ['UBND xã Phú Mậu', 'UBND xã Phú Thanh']);
});

inOneBrowser('a document is carried on into the next year, and the year before stays', async (app) => {
  await heading(app, { unit: 'UBND xã Phú Mậu', year: 2023 });
  await enterAll(app, { 'TT-3.done': '410', 'TT-3.total': '850' });
  await saved(app);
  await open(app);
  await press(app, button('duplicate-draft', await draft(app, 'Phú Mậu')));
  await app.find('[data-notice="duplicated"]');
  await holds(app, 'year', '2024');
  await focusIs(app, 'as_of');
  assert.deepEqual([await held(app, 'unit'), await held(app, 'as_of')], ['UBND xã Phú Mậu', '']);
  // Last year's figures are seen and count for nothing, on every page that counts.
  const pale = () => app.js('return document.querySelector("[name=\\"TT-3.done\\"]").placeholder');
  assert.deepEqual([await held(app, 'TT-3.done'), await pale()], ['', '410']);
  await app.rowSees('TT-3', { points: '', state: 'empty' });
  await app.sees('proposals', '1');
  for (const page of ['ket-qua', 'bao-cao']) {
    await app.js('location.hash = "#/" + arguments[0]', page);
    await gone(app, named('unit'));
    await app.sees('proposals', '1');
  }
  await app.js('location.hash = "#/nhap-lieu"');
  await press(app, button('use-last-year', '[data-target="TT-3"]'));
  await focusIs(app, 'TT-3.done');
  // 10 × 48,2352… ÷ 75 = 6,43137… → 6,431
  await app.rowSees('TT-3', { points: '6.431' });
  await gone(app, '[data-out="proposals"]');
  await press(app, button('undo'));
  await app.sees('proposals', '1');
  // What the browser's storage kept says it again after a reload.
  await saved(app);
  await app.reload();
  await app.sees('proposals', '1');
  await app.find('[data-action="use-all-last-year"]:enabled');
  await press(app, button('use-all-last-year'));
  await app.rowSees('TT-3', { points: '6.431' });
  await enter(app, 'TT-3.done', '700');
  await saved(app);
  await open(app);
  assert.equal((await list(app)).length, 2);
  await press(app, button('open-draft', await draft(app, '2023')));
  await holds(app, 'TT-3.done', '410');
  await app.rowSees('TT-3', { points: '8.770' });

  // The last year of the set has no next.
  await heading(app, { year: 2025 });
  await saved(app);
  await open(app);
  await gone(app, button('duplicate-draft', await draft(app, '2025')));
});

eachBrowser('a draft is removed after asking, and undo brings it back', async (app) => {
  await two(app);
  await open(app);
  const other = await draft(app, 'Phú Mậu');
  await press(app, button('remove-draft', other));
  await app.find('[role="alertdialog"]');
  await press(app, button('close', '[role="alertdialog"]'));
  await app.find(other);
  await press(app, button('remove-draft', other));
  await press(app, button('remove-draft-yes'));
  await gone(app, other);
  await app.find('[data-notice="draft-removed"]');
  await press(app, button('close', '[role="dialog"]'));
  assert.equal(await held(app, 'unit'), 'UBND xã Phú Thanh');
  await press(app, button('undo'));
  await open(app);
  await app.find(other);
  await press(app, button('open-draft', other));
  await holds(app, 'TT-3.done', '410');

  // Removed and left: gone when the page is opened the next time.
  await open(app);
  const open2 = await draft(app, 'Phú Thanh');
  await press(app, button('remove-draft', open2));
  await press(app, button('remove-draft-yes'));
  await gone(app, open2);
  // A page that is left takes with it what it has not written yet.
  await until('the mark of removal', async () => (await stored(app)).drafts.some(({ removed }) => removed));
  await app.reload();
  await until('one draft kept', async () => (await kept(app)) === 1);
});

eachBrowser('a draft that is open in another window is not removed, and the page says so', async (app) => {
  await two(app);
  const first = await app.driver.getWindowHandle();
  await app.driver.switchTo().newWindow('window');
  await app.open();
  await open(app);
  const other = await draft(app, 'Phú Mậu');
  await press(app, button('open-draft', other));
  await holds(app, 'unit', 'UBND xã Phú Mậu');
  await gone(app, '[data-readonly="true"]');
  await app.driver.switchTo().window(first);
  await open(app);
  await press(app, button('remove-draft', other));
  await press(app, button('remove-draft-yes'));
  await app.find('[data-notice="draft-elsewhere"]');
  await app.find(other);
  await press(app, button('remove-all'));
  await press(app, button('remove-all-yes'));
  await until('the other draft alone', async () => (await kept(app)) === 1);
  await app.find('[data-notice="draft-elsewhere"]');
  const [left] = (await stored(app)).drafts;
  assert.deepEqual([JSON.parse(left.text).unit.name, left.removed], ['UBND xã Phú Mậu', undefined]);
  // The window that reads what another edits does not remove it either.
  await open(app);
  await press(app, button('open-draft', other));
  await app.find('[data-readonly="true"]');
  await open(app);
  await press(app, button('remove-draft', other));
  await press(app, button('remove-draft-yes'));
  await app.find('[data-notice="draft-elsewhere"]');
  await holds(app, 'unit', 'UBND xã Phú Mậu');
  await app.driver.switchTo().window((await app.driver.getAllWindowHandles()).find((each) => each !== first));
  await app.driver.close();
  await app.driver.switchTo().window(first);
});

eachBrowser('all is removed from the computer after asking, a file offered first, and nothing is left', async (app) => {
  await heading(app, { unit: 'UBND xã Phú Mậu', year: 2023 });
  await enterAll(app, { 'TT-3.done': '410', 'TT-3.total': '850' });
  await saved(app);
  await open(app);
  await press(app, button('remove-all'));
  await app.find('[role="alertdialog"]');
  const file = await app.download(() => press(app, button('export-all')));
  assert.deepEqual(JSON.parse(file.text).answers['TT-3'].figures, { done: '410', total: '850' });
  await press(app, button('remove-all-yes'));
  await app.find('[data-notice="all-removed"]');
  assert.equal(await held(app, 'unit'), '');
  await until('nothing kept', async () => (await kept(app)) === 0);
  await app.reload();
  await holds(app, 'TT-3.done', '');
  await open(app);
  assert.deepEqual(await list(app), []);
  assert.equal(await kept(app), 0);
});

eachBrowser('several drafts are handed over as one archive, and count as filed once it was found', async (app) => {
  await two(app);
  await open(app);
  await press(app, button('remove-all'));
  await app.find('[role="alertdialog"]');
  const { name, path } = await app.download(() => press(app, button('export-all')));
  assert.match(name, /^Tự chấm - 2 bản nháp - .*\.zip$/);
  const unpack = 'import json, sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(json.dumps([json.loads(z.read(n)) for n in z.namelist()]))';
  const files = JSON.parse(execFileSync('python3', ['-c', unpack, path], { encoding: 'utf8' }));
  assert.deepEqual(files.map((file) => file.unit.name).sort(), ['UBND xã Phú Mậu', 'UBND xã Phú Thanh']);
  // Nothing but the user knows whether the browser let it through.
  const reminds = () => app.js('const leave = new Event("beforeunload", { cancelable: true }); window.dispatchEvent(leave); return leave.defaultPrevented');
  assert.equal(await reminds(), true);
  await gone(app, '[role="alertdialog"]');
  await press(app, button('all-there'));
  await gone(app, '[data-notice="all-exported"]');
  assert.equal(await reminds(), false);
});

eachBrowser('theme and language are remembered after a restart', async (app) => {
  await press(app, choice('theme', 'dark'));
  await press(app, choice('lang', 'en'));
  const page = () => app.js('const { lang, dataset } = document.documentElement; return [lang, dataset.theme ?? null]');
  await until('English and dark', async () => (await page()).join() === 'en,dark');
  await app.restart();
  await app.open();
  assert.deepEqual(await page(), ['en', 'dark']);
  assert.equal(await app.js('return document.querySelector("[name=theme]:checked").value'), 'dark');
  await press(app, choice('theme', 'system'));
  await until('the computer\'s own theme', async () => (await page())[1] === null);
});
