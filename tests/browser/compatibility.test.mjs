// What version 0.1 left behind opens: what it kept in a browser, and a file, a copy and a link that it made
// (made-with-0.1; the program's code was cut out of the copy, for nothing reads it).
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { eachBrowser } from './support/app.mjs';
import { button, gone, held, holds, press, saved } from './support/entry.mjs';
import { put } from './support/storage.mjs';

const made = (name) => readFileSync(new URL(`made-with-0.1/${name}`, import.meta.url), 'utf8');

const list = (app) => app.js('return [...document.querySelectorAll("[data-draft]")].map((e) => ({ id: e.dataset.draft, text: e.innerText }))');

/** Opens the dialog of drafts and gives the line with this text. */
async function draft(app, text) {
  await press(app, button('drafts'));
  await app.find('[role="dialog"]');
  return (await list(app)).find((each) => each.text.includes(text));
}

/** Gives the browser what 0.1 kept in one, as if the page had been opened there last. */
async function keptBy01(app) {
  const { database, local } = JSON.parse(made('browser.json'));
  assert.equal(database.version, 3);
  for (const [name, records] of Object.entries(database.stores)) for (const record of records) await put(app, name, record);
  await app.js('for (const [key, value] of Object.entries(arguments[0])) localStorage.setItem(key, value)', local);
  await app.reload();
}

eachBrowser('what 0.1 kept in the browser is all there: drafts, a set, versions, what was written in haste', { timeout: 120_000 }, async (app) => {
  await keptBy01(app);
  // Typed when the page was left: newer than the draft, which had 500.
  await holds(app, 'TT-3.done', '620');
  assert.deepEqual([await held(app, 'unit'), await held(app, 'TT-3.total')], ['UBND xã Phú Mậu', '850']);
  await saved(app);
  await press(app, button('versions', '[data-out="saved"]'));
  await app.find('[data-version]');
  // 10 × 48,2352…/55 = 8,770: the state with 410, kept when it was opened
  assert.match(await app.text('[role="dialog"]'), /8,770/);
  await press(app, button('close', '[role="dialog"]'));
  await gone(app, '[role="dialog"]');
  const { id, text } = await draft(app, 'Xã tập dùng');
  assert.match(text, /Bộ chỉ tiêu của huyện/);
  await press(app, button('open-draft', `[data-draft="${id}"]`));
  await holds(app, 'MH1.1.1.done', '9');
  await app.rowSees('MH1.1.1', { points: '1.500' });
  assert.deepEqual(await app.consoleErrors(), []);
});

eachBrowser('a file and a copy that 0.1 made open with their figures', async (app) => {
  for (const [name, made01, done] of [['phiếu.json', made('file.json'), '410'], ['bản kèm.html', made('copy.html'), '620']]) {
    await app.importFile(app.writeFile(name, made01));
    await press(app, button('import-new', '[data-preview]'));
    await gone(app, '[data-preview]');
    await holds(app, 'TT-3.done', done);
    assert.equal(await held(app, 'unit'), 'UBND xã Phú Mậu');
  }
});

eachBrowser('a link that 0.1 made opens', { hosted: true, ready: false }, async (app) => {
  await app.open(made('link.txt').trim());
  await press(app, button('import-new', '[data-preview]'));
  await holds(app, 'TT-3.done', '410');
  await app.rowSees('TT-3', { points: '8.770' });
});
