// The hosted build without a network: kept after the first visit, changed only when the user says so.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWorker } from '../../scripts/offline.mjs';
import { eachBrowser } from './support/app.mjs';
import { enterAll, gone, heading, holds, saved } from './support/entry.mjs';
import { until } from './support/wait.mjs';

const hosted = { hosted: 'copy', timeout: 120_000 };
const bar = '#update [data-action="update"]';

/** Waits until the page is kept: its worker is active and has taken it over. */
const kept = (app) => until('the worker', () => app.js('return navigator.serviceWorker.controller?.state === "activated"'));

/** The names of the caches. */
const caches = (app) => app.driver.executeAsyncScript('caches.keys().then(arguments[0])');

/** Puts another version on the site, which calls itself `name`. */
async function publish(app, name) {
  for (const packed of readdirSync(app.site).filter((each) => /^(index\.html|sw\.js)\.br$/.test(each))) rmSync(join(app.site, packed));
  const page = join(app.site, 'index.html');
  writeFileSync(page, readFileSync(page, 'utf8').replace(/<html lang="vi"[^>]*>/, `<html lang="vi" data-version="${name}">`));
  await writeWorker(app.site);
}

/** Which version of `publish` is shown; null for the one that was there first. */
const version = (app) => app.js('return document.documentElement.dataset.version ?? null');

/** Lets the browser ask for a new version, as it does by itself from time to time. */
const look = (app) => app.driver.executeAsyncScript('navigator.serviceWorker.getRegistration().then((each) => each.update()).then(() => arguments[0](), (e) => arguments[0](String(e)))');

/** Waits until a new version waits for the user. */
const waiting = (app) =>
  until('a waiting version', () => app.driver.executeAsyncScript('navigator.serviceWorker.getRegistration().then((each) => arguments[0](Boolean(each.waiting)))'));

/** Reloads as a person does: Firefox's driver goes round the worker. */
async function again(app) {
  await app.js('window.left = true; location.reload()');
  await until('the page opened anew', () => app.js('return window.left !== true'));
  await app.ready();
}

eachBrowser('after the first visit the page opens and scores without its server', hosted, async (app) => {
  await kept(app);
  await app.serverGone();
  await app.restart();
  await app.open();
  await heading(app, { unit: 'UBND xã Phú Mậu', year: 2023 });
  await enterAll(app, { 'TT-3.done': '410', 'TT-3.total': '850' });
  await app.rowSees('TT-3', { points: '8.770' });
  await saved(app);
  await again(app);
  await holds(app, 'TT-3.total', '850');
  // By its other name, and with what a link may have added.
  for (const address of ['index.html', '?từ=thư']) {
    await app.driver.get(app.address + address);
    await app.ready();
  }
  // The single file lies beside it, for sending on.
  await app.driver.get(`${app.address}tu-cham.html`);
  await app.ready();
  assert.deepEqual((await app.requests()).filter((url) => !url.startsWith(app.address)), []);
});

eachBrowser('a new version is announced, and taken at the click with the figure that was being typed', hosted, async (app) => {
  await kept(app);
  await heading(app, { unit: 'UBND xã Phú Mậu', year: 2023 });
  const before = await caches(app);
  assert.equal(before.length, 1);
  await app.driver.executeAsyncScript('caches.open("của trang khác").then(() => arguments[0]())');
  await publish(app, 'hai');
  await look(app);
  await app.find(bar);
  assert.match(await app.text('#update'), /Có bản mới của Tự chấm/);
  await app.js('document.documentElement.lang = "en"');
  assert.match(await app.text('#update'), /^A new version of Tự chấm is here/);
  await app.js('document.documentElement.lang = "vi"');
  assert.deepEqual(await app.axe(), []);
  assert.equal(await version(app), null);
  // Typed and clicked in one turn of the browser: no time to save but on leaving.
  await app.js(`
    const field = document.querySelector('[name="TT-3.done"]');
    field.focus();
    field.value = '41';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    document.querySelector('${bar}').click()`);
  await until('the new version', async () => (await version(app)) === 'hai');
  await app.ready();
  await holds(app, 'TT-3.done', '41');
  await holds(app, 'unit', 'UBND xã Phú Mậu');
  await gone(app, bar);
  const after = await until('one cache of ours', async () => {
    const names = await caches(app);
    return names.length === 2 && names;
  });
  assert.ok(after.includes('của trang khác'));
  assert.ok(!after.includes(before[0]), 'the old version is not kept');
});

eachBrowser('a new version is never taken by itself, and “later” puts it off', hosted, async (app) => {
  await kept(app);
  await publish(app, 'hai');
  await look(app);
  await app.click('#update [data-action="update-later"]');
  await gone(app, bar);
  await waiting(app);
  for (let times = 0; times < 2; times++) {
    await again(app);
    assert.equal(await version(app), null);
    await app.find(bar);
  }
  await publish(app, 'ba');
  await look(app);
  await waiting(app);
  await again(app);
  assert.equal(await version(app), null);
  await app.click(bar);
  await until('the newest version', async () => (await version(app)) === 'ba');
});

eachBrowser('another window is not reloaded under the hands when one takes the new version', hosted, async (app) => {
  await kept(app);
  await app.js('window.mine = true');
  const first = await app.driver.getWindowHandle();
  await app.driver.switchTo().newWindow('tab');
  await app.open();
  await publish(app, 'hai');
  await look(app);
  await app.click(bar);
  await until('the new version', async () => (await version(app)) === 'hai');
  await app.ready();
  await app.driver.switchTo().window(first);
  await app.find(bar);
  assert.deepEqual([await version(app), await app.js('return window.mine')], [null, true]);
  await app.click(bar);
  await until('the new version here as well', async () => (await version(app)) === 'hai');
});

eachBrowser('a site that is caught in the middle of a change is not kept', hosted, async (app) => {
  await kept(app);
  const [before] = await caches(app);
  await publish(app, 'hai');
  const page = join(app.site, 'index.html');
  writeFileSync(page, readFileSync(page, 'utf8').replace('"hai"', '"nửa"'));
  await look(app);
  await until('the new worker given up', () => app.driver.executeAsyncScript('navigator.serviceWorker.getRegistration().then((each) => arguments[0](!each.installing && !each.waiting))'));
  assert.deepEqual(await caches(app), [before]);
  await app.serverGone();
  await again(app);
  assert.equal(await version(app), null);
});

eachBrowser('a picture that is missing does not keep the page from being kept', { ...hosted, ready: false }, async (app) => {
  rmSync(join(app.site, 'icon-512.png'));
  writeFileSync(join(app.site, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await app.open('#/huong-dan');
  await kept(app);
  assert.equal(await app.js('return document.querySelector("[data-out=offline]").getClientRects().length'), 0);
  await app.serverGone();
  await again(app);
  await app.find('[data-out="app-version"]');
});

eachBrowser('where a proxy rewrites the page, the section about the application says that it is not kept', { ...hosted, ready: false }, async (app) => {
  for (const packed of readdirSync(app.site).filter((each) => /^index\.html\.br$/.test(each))) rmSync(join(app.site, packed));
  const page = join(app.site, 'index.html');
  writeFileSync(page, `${readFileSync(page, 'utf8')}<!-- proxy -->`);
  await app.open('#/huong-dan');
  await until('that it is not kept', () => app.js('return document.documentElement.dataset.offline === "none"'));
  assert.match(await app.text('[data-out="offline"]'), /chưa dùng được khi không có mạng/);
  await app.js('document.querySelector(`[name="lang"][value="en"]`).click()');
  await until('English', async () => /does not work without a network/.test(await app.text('[data-out="offline"]')));
  assert.deepEqual(await app.axe(), []);
});

eachBrowser('requests for anything else pass the worker by', hosted, async (app) => {
  await kept(app);
  writeFileSync(join(app.site, 'khác.txt'), 'một');
  const ask = () => app.driver.executeAsyncScript('fetch("./khác.txt", { cache: "no-store" }).then((a) => a.text()).then(arguments[0], () => arguments[0]("không"))');
  assert.equal(await ask(), 'một');
  writeFileSync(join(app.site, 'khác.txt'), 'hai');
  assert.equal(await ask(), 'hai');
  await app.serverGone();
  assert.equal(await ask(), 'không');
});

eachBrowser('a page from disk asks for no worker', async (app) => {
  assert.equal(await app.js('return document.getElementById("update")'), null);
  assert.equal(readFileSync(app.path, 'utf8').includes('serviceWorker'), false);
  assert.deepEqual(await app.requests(), []);
});
