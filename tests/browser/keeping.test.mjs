// Where the browser keeps nothing, little, or something that is not ours: work goes on, is never deleted, and is always told.
import assert from 'node:assert/strict';
import { eachBrowser, inOneBrowser } from './support/app.mjs';
import { button, enter, enterAll, heading, held, holds, press, saved } from './support/entry.mjs';
import { put, stored } from './support/storage.mjs';
import { until } from './support/wait.mjs';

const line = (app) => app.text('[data-out="saved"]');

/** Works and hands a file over, whatever the storage does. */
async function works(app) {
  await enterAll(app, { 'TT-3.done': '410', 'TT-3.total': '850' });
  await app.rowSees('TT-3', { state: 'scored', value: '48.235' });
  const { text } = await app.download(() => press(app, button('export-json')));
  assert.deepEqual(JSON.parse(text).answers['TT-3'].figures, { done: '410', total: '850' });
}

const blocked = {
  'the storage getters throw': `
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
      Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError') } })`,
  'the database is refused, as in some private windows': `
    IDBFactory.prototype.open = () => { throw new DOMException('A mutation operation was attempted', 'InvalidStateError') }`,
  'opening the database fails': `
    IDBFactory.prototype.open = () => {
      const request = new EventTarget();
      request.error = new DOMException('no', 'UnknownError');
      setTimeout(() => request.onerror(Object.defineProperty(new Event('error'), 'target', { value: request })));
      return request;
    }`,
};
for (const [what, source] of Object.entries(blocked)) {
  eachBrowser(`${what}: the application works in memory and says so in one line that stays`, { ready: false }, async (app) => {
    await app.beforePage(source);
    await app.open();
    assert.equal(await app.out('saved'), 'memory');
    await works(app);
    assert.equal(await app.out('saved'), 'memory');
    assert.match(await line(app), /không cho lưu/);
    assert.deepEqual(await app.consoleErrors(), []);
  });
}

eachBrowser('a full quota is shown, nothing stored before is lost, and saving goes on when there is room', async (app) => {
  await enter(app, 'TT-3.done', '1');
  await saved(app);
  await app.js(`
    window.put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function () { throw new DOMException('full', 'QuotaExceededError') };
    Storage.prototype.setItem = function () { throw new DOMException('full', 'QuotaExceededError') }`);
  await works(app);
  await app.sees('saved', 'failed');
  // It is tried again and again, and told each time.
  await until('the words', async () => /Chưa lưu được/.test(await line(app)));
  const { drafts } = await stored(app);
  assert.deepEqual(JSON.parse(drafts[0].text).answers['TT-3'].figures, { done: '1' });
  await app.js('IDBObjectStore.prototype.put = window.put');
  await enter(app, 'TT-4a.done', '104');
  await saved(app);
  await app.reload();
  assert.deepEqual([await held(app, 'TT-3.done'), await held(app, 'TT-3.total'), await held(app, 'TT-4a.done')], ['410', '850', '104']);
});

eachBrowser('a browser killed between two keys loses at most what was typed in the last half second', { timeout: 150_000 }, async (app) => {
  await heading(app, { unit: 'UBND xã Phú Mậu', year: 2023 });
  await saved(app);
  for (const figure of ['410', '4101', '41012']) {
    await enter(app, 'TT-3.done', figure);
    const typed = Date.now();
    await until('half a second gone by', () => Date.now() - typed > 500);
    // One key more, and the browser is killed with it.
    await app.type('[name="TT-3.done"]', '9');
    await app.restart({ kill: true });
    await app.open();
    const now = await held(app, 'TT-3.done');
    assert.ok([figure, `${figure}9`].includes(now), `${figure} was typed, ${now} is left`);
    assert.equal(await held(app, 'unit'), 'UBND xã Phú Mậu');
  }
});

inOneBrowser('what is foreign, damaged or newer in the storage is left alone and reported', async (app) => {
  await enter(app, 'TT-3.done', '410');
  await saved(app);
  const [mine] = (await stored(app)).drafts;
  const foreign = { id: 'lạ', note: 'của chương trình khác' };
  const newer = { ...mine, id: 'mới', saved: '2000-01-01T00:00:00+07:00', text: mine.text.replace('"version": 1', '"version": 99'), previous: undefined };
  await put(app, 'drafts', foreign);
  await put(app, 'drafts', { ...newer, previous: null });
  delete newer.previous;
  await put(app, 'drafts', newer);
  await app.js('localStorage.setItem("tu-cham.flush.lạ", "không phải của Tự chấm"); localStorage.setItem("khác", "1")');
  await app.reload();
  assert.match(await line(app), /1 mục lạ/);
  await holds(app, 'TT-3.done', '410');
  await press(app, button('drafts'));
  await press(app, button('open-draft', '[data-draft="mới"]'));
  await app.find('[data-notice="draft-unreadable"]');
  const { text } = await app.download(() => press(app, button('raw')));
  assert.equal(text, newer.text);
  await app.js('document.querySelector("[role=dialog] [data-action=close]")?.click()');
  await enter(app, 'TT-3.done', '411');
  await saved(app);
  const { drafts } = await stored(app);
  assert.deepEqual(drafts.filter(({ id }) => ['lạ', 'mới'].includes(id)).map(({ id, text }) => [id, text]).sort(), [['lạ', undefined], ['mới', newer.text]].sort());
  assert.deepEqual(await app.js('return [localStorage.getItem("tu-cham.flush.lạ"), localStorage.getItem("khác")]'), ['không phải của Tự chấm', '1']);
});

inOneBrowser('a damaged draft opens as it was a revision before, as a document of its own', async (app) => {
  await enter(app, 'TT-3.done', '410');
  await saved(app);
  await enter(app, 'TT-3.total', '850');
  await saved(app);
  const [mine] = (await stored(app)).drafts;
  // A write that was cut in the middle.
  await put(app, 'drafts', { ...mine, text: mine.text.slice(0, mine.text.length / 2) });
  await app.js('localStorage.clear()');
  await app.reload();
  await app.find('[data-notice="draft-recovered"]');
  await holds(app, 'TT-3.done', '410');
  await saved(app);
  const { drafts } = await stored(app);
  assert.equal(drafts.length, 2);
  assert.equal(drafts.find(({ id }) => id === mine.id).text, mine.text.slice(0, mine.text.length / 2));
});

eachBrowser('a storage of a newer version is not touched, and the line says what to do', async (app) => {
  await enter(app, 'TT-3.done', '410');
  await saved(app);
  await app.driver.executeAsyncScript(`
    const done = arguments[arguments.length - 1];
    const opening = indexedDB.open('tu-cham', 99);
    opening.onsuccess = () => { opening.result.close(); done() }`);
  await app.reload();
  assert.equal(await app.out('saved'), 'memory');
  assert.match(await line(app), /bản Tự chấm mới hơn/);
  await works(app);
  assert.equal((await stored(app)).drafts.length, 1);
});

eachBrowser('leaving is held back by a reminder only while work of this visit is in no file', async (app) => {
  const reminded = () => app.js('const event = new Event("beforeunload", { cancelable: true }); window.dispatchEvent(event); return event.defaultPrevented');
  assert.equal(await reminded(), false);
  await enter(app, 'TT-3.done', '410');
  await saved(app);
  assert.equal(await reminded(), true);
  await app.download(() => press(app, button('export-json')));
  assert.equal(await reminded(), false);
  await app.reload();
  await holds(app, 'TT-3.done', '410');
  assert.equal(await reminded(), false);
});

eachBrowser('the line about the data says where drafts are kept apart for each place of the file', async (app) => {
  await enter(app, 'TT-3.done', '410');
  await saved(app);
  const apart = /riêng cho tệp Tự chấm ở thư mục này/;
  if (app.browser === 'firefox') assert.match(await line(app), apart);
  else assert.doesNotMatch(await line(app), apart);
});
