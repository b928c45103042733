// Other pages that share the store, as Chromium gives all pages from disk one: whatever they say or write, the user can carry
// on, and what was typed is kept.
import assert from 'node:assert/strict';
import { eachBrowser, inOneBrowser } from './support/app.mjs';
import { button, enter, gone, held, holds, press, saved } from './support/entry.mjs';
import { put, stored } from './support/storage.mjs';
import { until } from './support/wait.mjs';

const readOnly = '[data-readonly="true"]';
const newer = (app) => app.js('new BroadcastChannel("tu-cham").postMessage(JSON.stringify({ app: "9.0.0" }))');
const figure = ({ text }, name) => JSON.parse(text).answers['TT-3'].figures[name];

eachBrowser('a message of a newer version stops nobody who wants to carry on', async (app) => {
  await enter(app, 'TT-3.done', '410');
  await saved(app);
  await newer(app);
  await app.find(readOnly);
  assert.deepEqual(await app.axe(), []);
  await press(app, button('carry-on'));
  await gone(app, readOnly);
  await enter(app, 'TT-3.total', '850');
  await saved(app);
  // It is not stopped again by what it has heard of.
  await newer(app);
  await enter(app, 'TT-4a.done', '104');
  await saved(app);
  await gone(app, readOnly);
  const [draft] = (await stored(app)).drafts;
  assert.equal(figure(draft, 'total'), '850');
});

inOneBrowser('a record that another page put in the place of the open document leaves the own state among the versions', async (app) => {
  await enter(app, 'TT-3.done', '410');
  await saved(app);
  await enter(app, 'TT-3.total', '850');
  await saved(app);
  const [mine] = (await stored(app)).drafts;
  const file = JSON.parse(mine.text);
  file.document.revision = 900;
  file.answers['TT-3'].figures.done = '1';
  delete file.digest;
  await put(app, 'drafts', { ...mine, revision: 900, text: JSON.stringify(file) });
  await app.js('new BroadcastChannel("tu-cham").postMessage(JSON.stringify({ saved: arguments[0] }))', mine.id);
  await holds(app, 'TT-3.done', '1');
  await app.find('[data-notice="put-aside"]');
  await until('the own state among the versions', async () => (await stored(app)).versions.some((kept) => figure(kept, 'done') === '410' && figure(kept, 'total') === '850'));
  await enter(app, 'TT-3.done', '411');
  await saved(app);
});

eachBrowser('twenty thousand messages neither block typing nor are all looked up', async (app) => {
  await enter(app, 'TT-3.done', '410');
  await saved(app);
  const [{ id }] = (await stored(app)).drafts;
  await app.js(`
    window.looked = 0;
    const get = IDBObjectStore.prototype.get;
    IDBObjectStore.prototype.get = function (...given) { window.looked += 1; return get.apply(this, given) };
    const line = new BroadcastChannel('tu-cham');
    for (let count = 0; count < 20000; count += 1)
      line.postMessage(JSON.stringify([{ saved: arguments[0] }, { saved: 'lạ' + count }, { app: '0.0.1' }, { want: 'lạ' + count }][count % 4]));
    // Delivered in order: when this one has come, all have.
    window.heard = 0;
    const ear = new BroadcastChannel('tu-cham');
    ear.onmessage = () => { window.heard += 1 };
    line.postMessage('hết')`, id);
  await enter(app, 'TT-3.total', '850');
  await app.rowSees('TT-3', { value: '48.235' });
  await saved(app);
  await until('all heard', () => app.js('return heard > 0'));
  await saved(app);
  const looked = await app.js('return looked');
  assert.ok(looked < 200, `looked up ${looked} times`);
  assert.equal(await held(app, 'TT-3.total'), '850');
});

inOneBrowser('where not even a copy can be left on leaving, the page says so until the storage has all', async (app) => {
  await enter(app, 'TT-3.done', '1');
  await saved(app);
  // Another page has used up the room; writing takes long.
  await app.js(`
    let part = 'x'.repeat(1 << 20);
    for (let at = 0; part; ) try { localStorage.setItem('khác' + at++, part) } catch { part = part.slice(1 + part.length / 2) }
    window.slow = true;
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...given) {
      const asked = put.apply(this, given);
      const wait = () => { if (window.slow) this.get('none').onsuccess = wait };
      if (this.name === 'drafts') wait();
      return asked;
    }`);
  await enter(app, 'TT-3.done', '410');
  await app.js('dispatchEvent(new Event("beforeunload", { cancelable: true }))');
  await app.find('[data-notice="backup-failed"]');
  assert.deepEqual(await app.axe(), []);
  await app.js('window.slow = false');
  await saved(app);
  await gone(app, '[data-notice="backup-failed"]');
});

inOneBrowser('what another page left under the name of our own backup neither stops ours nor replaces what is stored unkept', async (app) => {
  await enter(app, 'TT-3.done', '410');
  await saved(app);
  const [mine] = (await stored(app)).drafts;
  const file = JSON.parse(mine.text);
  file.answers['TT-3'].figures.done = '1';
  delete file.digest;
  const forged = ['4294967295', mine.saved, JSON.stringify(file)].join('\n');
  // Typed and not stored any more: writing hangs, and the page is left.
  await app.js(`
    localStorage.setItem('tu-cham.flush.' + arguments[0], arguments[1]);
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...given) {
      const wait = () => { this.get('none').onsuccess = wait };
      if (this.name === 'drafts') wait();
      return put.apply(this, given);
    }`, mine.id, forged);
  await enter(app, 'TT-3.total', '850');
  await app.reload();
  const kept = async (done, total) => (await stored(app)).versions.some((version) => figure(version, 'done') === done && (figure(version, 'total') ?? '') === total);
  await until('what was typed last among the versions', () => kept('410', '850'));
  await until('what was stored among the versions', () => kept('410', ''));
  await enter(app, 'TT-4a.done', '104');
  await saved(app);
});
