// Nothing that was typed is lost with the page or with the browser's storage: a writing that is not over when the page is
// left, and a database that was deleted.
import assert from 'node:assert/strict';
import { eachBrowser } from './support/app.mjs';
import { button, enter, gone, heading, held, holds, press, saved } from './support/entry.mjs';
import { stored } from './support/storage.mjs';
import { until } from './support/wait.mjs';

// Each writing of a draft stays under way, as on a slow disk, until the test lets it end: a transaction goes on for as long
// as it is asked for something.
const slowWrites = `
  window.writes = [];
  const put = IDBObjectStore.prototype.put;
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

eachBrowser('drafts that are gone at the start are told until that was read', { ready: false }, async (app) => {
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

eachBrowser('what was written when the page was left is all that a deleted database leaves, and it is stored again', { ready: false }, async (app) => {
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

eachBrowser('removing every draft by hand is no loss', async (app) => {
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
