// Nothing that was typed is lost with the page or with the browser's storage: a writing that is not over when the page is
// left, and a database that was deleted.
import assert from 'node:assert/strict';
import { eachBrowser, inOneBrowser } from './support/app.mjs';
import { button, enter, gone, heading, held, holds, press, saved } from './support/entry.mjs';
import { put, stored } from './support/storage.mjs';
import { until } from './support/wait.mjs';

// Each writing of a draft stays under way, as on a slow disk, until the test lets it end: a transaction goes on for as long
// as it is asked for something.
const slowWrites = `
  window.writes = [];
  const put = window.plainPut = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function (...given) {
    const asked = put.apply(this, given);
    if (this.name === 'drafts') {
      const write = { under: true };
      window.writes.push(write);
      const wait = () => { if (write.under) this.get('none').onsuccess = wait };
      wait();
    }
    return asked;
  }`;
const underWay = (app, count) => until(`writing ${count} under way`, () => app.js('return writes.length === arguments[0]', count));

const hide = (app) => app.js('dispatchEvent(new Event("pagehide"))');

/** What was written at once for the next start: revision and the figure TT-3.done. */
const flushed = (app) => app.js(`
  const key = Object.keys(localStorage).find((each) => each.startsWith('tu-cham.flush.'));
  if (!key) return null;
  const [revision, , ...text] = localStorage.getItem(key).split('\\n');
  return [Number(revision), JSON.parse(text.join('\\n')).answers['TT-3'].figures.done]`);

eachBrowser('what is typed before and during a writing that the page does not outlive is found again', async (app) => {
  await enter(app, 'TT-3.done', '1');
  await saved(app);
  await app.js(slowWrites);
  await enter(app, 'TT-3.done', '410');
  await underWay(app, 1);
  await app.reload();
  assert.equal(await held(app, 'TT-3.done'), '410');

  await saved(app);
  await app.js(slowWrites);
  await enter(app, 'TT-3.total', '850');
  await underWay(app, 1);
  await enter(app, 'TT-4a.done', '104');
  await app.reload();
  assert.deepEqual([await held(app, 'TT-3.total'), await held(app, 'TT-4a.done')], ['850', '104']);
  await saved(app);
});

eachBrowser('another document that was opened meanwhile does not lose the one that is still being written', async (app) => {
  await app.js(slowWrites);
  await enter(app, 'TT-3.done', '410');
  await underWay(app, 1);
  await press(app, button('drafts'));
  await press(app, button('new-draft'));
  await holds(app, 'TT-3.done', '');
  await app.reload();
  assert.equal(await held(app, 'TT-3.done'), '410');
});

eachBrowser('a writing that ends forgets nothing that was typed after it began', async (app) => {
  await app.js(`
    ${slowWrites};
    window.told = 0;
    new BroadcastChannel('tu-cham').onmessage = ({ data }) => { if (JSON.parse(data).saved) window.told += 1 }`);
  await enter(app, 'TT-3.done', '41');
  await underWay(app, 1);
  await enter(app, 'TT-3.done', '410');
  await hide(app);
  assert.deepEqual(await flushed(app), [2, '410']);
  await app.js('writes[0].under = false');
  await until('the first writing over', () => app.js('return told === 1'));
  await underWay(app, 2);
  assert.deepEqual(await flushed(app), [2, '410']);
  await app.js('writes[1].under = false');
  await until('the second writing over', () => app.js('return told === 2'));
  assert.equal(await flushed(app), null);
});

/** Deletes the database, past the program. */
const wipe = (app) =>
  app.driver.executeAsyncScript(`
    const done = arguments[arguments.length - 1];
    const asked = indexedDB.deleteDatabase('tu-cham');
    asked.onsuccess = () => done();
    asked.onerror = asked.onblocked = ({ type }) => done(type)`).then((refused) => assert.equal(refused, null));

async function two(app) {
  await heading(app, { unit: 'UBND xã Phú Mậu', year: 2023 });
  await enter(app, 'TT-3.done', '410');
  await saved(app);
  await press(app, button('drafts'));
  await press(app, button('new-draft'));
  await holds(app, 'unit', '');
  await heading(app, { unit: 'UBND xã Phú Thanh', year: 2023 });
  await enter(app, 'TT-3.done', '100');
  await saved(app);
}

const units = async (app) => (await stored(app)).drafts.map(({ text }) => JSON.parse(text).unit.name).sort();
const both = ['UBND xã Phú Mậu', 'UBND xã Phú Thanh'];

eachBrowser('a database that is deleted while the page is open gets its drafts again, and the user is told', async (app) => {
  await two(app);
  await wipe(app);
  await app.find('[data-notice="stored-again"]');
  assert.match(await app.text('[data-notice]'), /vừa bị xóa[^]*2 bản nháp/);
  await saved(app);
  await until('both drafts', async () => (await units(app)).join() === both.join());
  await enter(app, 'TT-3.total', '200');
  await saved(app);
  await app.reload();
  assert.deepEqual([await held(app, 'unit'), await held(app, 'TT-3.total')], ['UBND xã Phú Thanh', '200']);
  assert.equal(await app.js('return document.querySelector("[data-notice]")'), null);
  assert.deepEqual(await units(app), both);
});

eachBrowser('two windows of a database that is deleted store each draft once, in its newest state', async (app) => {
  await two(app);
  const first = await app.driver.getWindowHandle();
  await app.driver.switchTo().newWindow('window');
  await app.open();
  await app.find('[data-readonly="true"]');
  await wipe(app);
  await until('both drafts', async () => (await units(app)).join() === both.join());
  await app.driver.switchTo().window(first);
  await app.find('[data-notice="stored-again"]');
  await saved(app);
  await enter(app, 'TT-3.total', '200');
  await saved(app);
  assert.equal(await app.js('return document.querySelector("[data-notice=put-aside]")'), null);
  assert.deepEqual(await units(app), both);
});

eachBrowser('a browser that clears its data under an open page is heard of as well', { hosted: true }, async (app) => {
  // Firefox offers no command that clears.
  if (app.browser !== 'chromium') return;
  await two(app);
  await app.cdp('Storage.clearDataForOrigin', { origin: new URL(app.address).origin, storageTypes: 'indexeddb' });
  await app.find('[data-notice="stored-again"]');
  await saved(app);
  await until('both drafts', async () => (await units(app)).join() === both.join());
});

// Before the program begins, where the test asked for it. The window's name says so, as it outlives a reload: Chromium may
// show the page no localStorage at all once a script has asked for it this early.
const wipedAtStart = `
  if (window.name === 'wipe') {
    window.name = '';
    indexedDB.deleteDatabase('tu-cham');
  }`;
const wipeAtStart = async (app) => {
  await app.js('window.name = "wipe"');
  await app.reload();
};

inOneBrowser('drafts that are gone at the start are told until that was read', { ready: false }, async (app) => {
  await app.beforePage(wipedAtStart);
  await app.open();
  assert.equal(await app.js('return document.querySelector("[data-notice]")'), null);
  await enter(app, 'TT-3.done', '410');
  await saved(app);
  await wipeAtStart(app);
  const told = '[data-notice="drafts-gone"]';
  assert.match(await app.text(told), /không còn nữa/);
  assert.equal(await held(app, 'TT-3.done'), '');
  assert.deepEqual(await app.axe(), []);
  await app.reload();
  await app.find(told);
  await press(app, button('dismiss', told));
  await gone(app, told);
  await app.reload();
  assert.equal(await app.js('return document.querySelector("[data-notice]")'), null);
  assert.deepEqual(await app.consoleErrors(), []);
});

inOneBrowser('what was written when the page was left is all that a deleted database leaves, and it is stored again', { ready: false }, async (app) => {
  await app.beforePage(wipedAtStart);
  await app.open();
  await enter(app, 'TT-3.done', '1');
  await saved(app);
  await app.js(slowWrites);
  await enter(app, 'TT-3.done', '410');
  await underWay(app, 1);
  await wipeAtStart(app);
  assert.match(await app.text('[data-notice="drafts-gone"]'), /lấy lại được 1 bản/);
  assert.equal(await held(app, 'TT-3.done'), '410');
  await until('the draft', async () => (await stored(app)).drafts.length === 1);
  await app.reload();
  assert.equal(await held(app, 'TT-3.done'), '410');
  assert.equal(await app.js('return document.querySelector("[data-notice]")'), null);
});

inOneBrowser('removing every draft by hand is no loss', async (app) => {
  await enter(app, 'TT-3.done', '410');
  await saved(app);
  await press(app, button('drafts'));
  await press(app, button('remove-draft'));
  await press(app, button('remove-draft-yes'));
  await until('the mark of removal', async () => (await stored(app)).drafts.some(({ removed }) => removed));
  for (let starts = 0; starts < 3; starts += 1) {
    await app.reload();
    assert.equal(await app.js('return document.querySelector("[data-notice]")'), null);
  }
});

eachBrowser('what the storage refused is left for the next start at once, and tried again by itself', async (app) => {
  await enter(app, 'TT-3.done', '1');
  await saved(app);
  await app.js(`
    window.put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = () => { throw new DOMException('the connection was lost', 'UnknownError') }`);
  await enter(app, 'TT-3.done', '410');
  await app.sees('saved', 'failed');
  await until('the copy', async () => (await flushed(app))?.[1] === '410');
  await app.js('IDBObjectStore.prototype.put = window.put');
  await saved(app);
  assert.equal(await flushed(app), null);
  await app.reload();
  assert.equal(await held(app, 'TT-3.done'), '410');
});

// Ten seconds of the program go by in one.
const fasterClock = 'const clock = setTimeout; window.setTimeout = (run, wait, ...more) => clock(run, wait >= 4000 ? wait / 10 : wait, ...more)';

eachBrowser('a writing that hangs is given up and tried again, and what it did after all is not taken for another window’s', { ready: false }, async (app) => {
  await app.beforePage(fasterClock);
  await app.open();
  await enter(app, 'TT-3.done', '1');
  await saved(app);
  // The disk has it already, so that it can't be taken back; no event says so for long.
  await app.js(`IDBTransaction.prototype.abort = () => { throw new DOMException('finished', 'InvalidStateError') }; ${slowWrites}`);
  await enter(app, 'TT-3.done', '41');
  await underWay(app, 1);
  await app.sees('saved', 'failed');
  await until('the copy', async () => (await flushed(app))?.[1] === '41');
  // Two more are asked for and wait behind it.
  await enter(app, 'TT-3.done', '410');
  await until('the copy', async () => (await flushed(app))?.[1] === '410');
  await app.sees('saved', 'failed');
  await app.js('writes[0].under = false; IDBObjectStore.prototype.put = window.plainPut');
  await saved(app);
  assert.equal(await held(app, 'TT-3.done'), '410');
  assert.equal(await app.js('return document.querySelector("[data-notice]")'), null);
  await app.reload();
  assert.equal(await held(app, 'TT-3.done'), '410');
});

eachBrowser('a transaction that hangs for good does not keep the next one waiting', { ready: false }, async (app) => {
  await app.beforePage(fasterClock);
  await app.open();
  await enter(app, 'TT-3.done', '1');
  await saved(app);
  await app.js(slowWrites);
  await enter(app, 'TT-3.done', '410');
  await underWay(app, 1);
  await app.js('IDBObjectStore.prototype.put = window.plainPut');
  await saved(app);
  await app.reload();
  assert.equal(await held(app, 'TT-3.done'), '410');
});

eachBrowser('the browser is asked once not to clear what it keeps', async (app) => {
  await app.js('window.asked = 0; StorageManager.prototype.persist = async () => { window.asked += 1; return true }');
  await enter(app, 'TT-3.done', '410');
  await saved(app);
  await enter(app, 'TT-3.total', '850');
  await saved(app);
  assert.equal(await app.js('return asked'), 1);
});

inOneBrowser('a record that counts more revisions than its file takes the next edit all the same', async (app) => {
  await enter(app, 'TT-3.done', '410');
  await saved(app);
  for (const revision of [900, 4294967295]) {
    const [mine] = (await stored(app)).drafts.sort((one, other) => (one.saved < other.saved ? 1 : -1));
    await put(app, 'drafts', { ...mine, revision });
    await app.reload();
    await enter(app, 'TT-3.total', String(revision));
    await saved(app);
    await app.reload();
    assert.deepEqual([await held(app, 'TT-3.done'), await held(app, 'TT-3.total')], ['410', String(revision)]);
    assert.equal(await app.js('return document.querySelector("[data-notice=put-aside]")'), null);
  }
});

eachBrowser('a window of an older version that holds the storage is told of within seconds, and nothing typed is lost', { ready: false }, async (app) => {
  // Opened before the program does, and deaf to its wish to make the database anew.
  await app.beforePage("if (window.name === 'held') indexedDB.deleteDatabase('tu-cham'), indexedDB.open('tu-cham', 2).onsuccess = ({ target }) => { window.older = target.result }");
  await app.open('', { wait: false });
  await app.js("window.name = 'held'");
  await app.reload();
  await app.sees('saved', 'memory');
  assert.match(await app.text('[data-out="saved"]'), /cửa sổ Tự chấm bản cũ/);
  await enter(app, 'TT-3.done', '410');
  await hide(app);
  await until('the copy', async () => (await flushed(app))?.[1] === '410');
  await app.js("window.name = ''");
  await app.reload();
  assert.equal(await held(app, 'TT-3.done'), '410');
  await saved(app);
});

eachBrowser('a document that was opened from a file just before the browser is killed is open again', { timeout: 120_000 }, async (app) => {
  await heading(app, { unit: 'UBND xã Phú Mậu', year: 2023 });
  await saved(app);
  const file = await app.download(() => press(app, button('export-json')));
  const other = JSON.parse(file.text);
  delete other.digest;
  other.document.id = '44444444-4444-4444-8444-444444444444';
  other.document.saved = other.document.created = '2023-01-01T08:00:00+07:00';
  other.unit.name = 'UBND xã Phú Thanh';
  // What the browser keeps of the first document has reached the disk.
  await app.restart();
  await app.open();
  await app.importFile(app.writeFile('khác.json', JSON.stringify(other)));
  await press(app, button('import-new', '[data-preview]'));
  await holds(app, 'unit', 'UBND xã Phú Thanh');
  await until('the draft', async () => (await stored(app)).drafts.length === 2);
  await app.restart({ kill: true });
  await app.open();
  assert.equal(await held(app, 'unit'), 'UBND xã Phú Thanh');
});
