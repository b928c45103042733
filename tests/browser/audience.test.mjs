// The room's phones: the code on the deck that opens the same sample, paper in its place, and every page under a thumb.
import assert from 'node:assert/strict';
import { Key, inOneBrowser } from './support/app.mjs';
import { scanned } from './support/codes.mjs';
import { enterAll, gone, heading, held } from './support/entry.mjs';
import { until } from './support/wait.mjs';

const sample = 'commune-2023-middling';
const count = (app, selector) => app.js('return document.querySelectorAll(arguments[0]).length', selector);
const go = (app, path) => app.js('location.hash = arguments[0]', `#/${path}`);
const press = (app, selector) => app.js('document.querySelector(arguments[0]).click()', selector);
const shows = (app, name) => until(`the screen ${name}`, async () => (await app.js('return document.querySelector("[data-screen]")?.dataset.screen')) === name);

async function isOpen(app) {
  await until('the sample', async () => (await app.js('return document.documentElement.dataset.sample')) === sample);
  await app.find('.sample-strip');
}

async function begun(app) {
  await app.find('[data-action="show-begin"]');
  await press(app, '[data-action="show-begin"]');
  await shows(app, 'opening');
}

const width = (app) => app.js('return document.querySelector("[data-out=qr]").getBoundingClientRect().width');

inOneBrowser('the code on the deck opens the same sample elsewhere', { hosted: true, timeout: 180_000 }, async (app) => {
  await app.open(`?#/trinh-chieu?mau=${sample}`);
  await isOpen(app);
  await app.viewport(1024, 768);
  await begun(app);
  const link = `${app.address}#/nhap-lieu?mau=${sample}`;
  for (const screen of ['opening', 'closing']) {
    if (screen === 'closing') await app.press(Key.END);
    await shows(app, screen);
    const beside = await width(app);
    for (const theme of ['light', 'dark']) {
      await app.theme(theme);
      assert.equal(await scanned(app), link, `${screen}, ${theme}`);
      assert.deepEqual(await app.axe(), [], `${screen}, ${theme}`);
    }
    // The next step gives it the screen.
    await app.press(Key.PAGE_DOWN);
    await until('the large code', async () => (await width(app)) > 1.4 * beside);
    await shows(app, screen);
    assert.equal(await scanned(app), link);
    assert.ok((await app.text('.deck__address')).endsWith(`#/nhap-lieu?mau=${sample}`));
    const over = await app.js('const s = document.querySelector("[data-screen]"); return s.scrollHeight - s.clientHeight');
    assert.ok(over <= 1, `${screen}: the large code is ${over} pixels too high`);
  }
  const read = await scanned(app);
  await app.restart({ fresh: true });
  await app.driver.get(read);
  await app.ready();
  await isOpen(app);
  assert.equal(await held(app, 'TT-3.done'), '980');
});

inOneBrowser('figures of the user’s own give the room no code', { hosted: true }, async (app) => {
  await heading(app, { unit: 'UBND xã Phú Mậu', year: 2023 });
  await enterAll(app, { 'TT-3.done': '410', 'TT-3.total': '850' });
  await go(app, 'trinh-chieu');
  await begun(app);
  assert.equal(await count(app, '[data-out="qr"]'), 0);
  await app.press(Key.PAGE_DOWN);
  await shows(app, 'paths');
  await app.press(Key.END);
  await shows(app, 'closing');
  assert.equal(await count(app, '[data-out="qr"], .deck__address'), 0);
});

inOneBrowser('from disk the hand-out stands in for the code', async (app) => {
  await app.open(`#/trinh-chieu?mau=${sample}`);
  await isOpen(app);
  await begun(app);
  assert.equal(await count(app, '[data-out="qr"]'), 0);
  assert.match(await app.text('[data-screen]'), /tài liệu phát tay/);
});

/** What can be pressed or filled and is smaller than a thumb, in CSS pixels: its name, width and height. */
const small = `
  const own = (e) => (e.matches('[type=checkbox], [type=radio], [type=file]') && (e.closest('label') ?? document.querySelector('label[for="' + e.id + '"]'))) || e;
  return [...document.querySelectorAll('button, a[href], input:not([type=hidden]), select, textarea, summary')]
    .filter((e) => !e.closest('[inert]') && own(e).checkVisibility({ visibilityProperty: true }))
    .map((e) => [e.name || e.dataset.action || e.textContent.slice(0, 20), own(e).getBoundingClientRect()])
    .filter(([, { width, height }]) => width > 2 && (height < 43.5 || width < 30))
    .map(([name, { width, height }]) => name + ' ' + Math.round(width) + '×' + Math.round(height))`;

async function fitsThumb(app, where) {
  assert.deepEqual(await app.js(small), [], where);
  const wide = await app.js('return document.documentElement.scrollWidth - document.documentElement.clientWidth');
  assert.ok(wide <= 0, `${where} is ${wide} pixels too wide`);
}

inOneBrowser('at 360 pixels everything that a phone is used for is under a thumb, and the strip of a sample covers nothing', { timeout: 180_000 }, async (app) => {
  await app.open(`#/nhap-lieu?mau=${sample}`);
  await isOpen(app);
  await app.viewport(360, 800);
  await fitsThumb(app, 'the figures');
  await press(app, '[data-target="TT-3"] [data-action="details"]');
  await app.find('[name="TT-3.note"]');
  await fitsThumb(app, 'details');
  await press(app, '[data-action="menu"]');
  await app.find('[data-action="menu"][aria-expanded="true"]');
  await fitsThumb(app, 'the menu');
  for (const action of ['drafts', 'send']) {
    await press(app, `[data-action="${action}"]`);
    await app.find('[role="dialog"]');
    await fitsThumb(app, action);
    await app.press(Key.ESCAPE);
    await gone(app, '[role="dialog"]');
  }
  await app.importFile(new URL('../golden/assessment-v1.json', import.meta.url).pathname);
  await app.find('[data-preview]');
  await fitsThumb(app, 'the preview of a file');
  await app.press(Key.ESCAPE);
  await gone(app, '[data-preview]');
  // At the end of a page the last field stands clear of the strip.
  for (const path of ['nhap-lieu', 'huong-dan', 'trinh-chieu']) {
    await go(app, `${path}?mau=${sample}`);
    await app.find(`nav a[href^="#/${path}"][aria-current="page"]`);
    await fitsThumb(app, path);
    const [last, strip] = await app.js(`
      scrollTo(0, document.documentElement.scrollHeight);
      const bottoms = [...document.querySelectorAll('main button, main input, main a, main p')].map((e) => e.getBoundingClientRect().bottom);
      return [Math.max(...bottoms), document.querySelector('.sample-strip').getBoundingClientRect().top]`);
    assert.ok(last <= strip + 1, `${path}: ${last} lies under the strip at ${strip}`);
  }
  await begun(app);
  const boxes = () => app.js(`
    const box = (s) => { const { top, bottom, height } = document.querySelector(s).getBoundingClientRect(); return { top, bottom, height }; };
    return { screen: box('[data-screen]'), bar: box('.deck__bar'), strip: box('.sample-strip') }`);
  for (const screen of ['opening', 'paths', 'TT-3', 'comparison', 'closing']) {
    await press(app, '[data-action="show-list"]');
    await app.find(`[data-action="show-go"][data-value="${screen}"]`);
    await press(app, `[data-action="show-go"][data-value="${screen}"]`);
    await shows(app, screen);
    const { screen: seen, bar, strip } = await boxes();
    assert.ok(seen.bottom <= bar.top + 1 && bar.bottom <= strip.top + 1 && strip.bottom <= 801, `${screen}: ${JSON.stringify([seen, bar, strip])}`);
    assert.ok(seen.height > 500, `${screen} has ${seen.height} pixels`);
    await fitsThumb(app, screen);
    const over = await app.js('const s = document.querySelector("[data-screen]"); return s.scrollWidth - s.clientWidth');
    assert.ok(over <= 1, `${screen} is ${over} pixels too wide`);
  }
  // The tools come when they are asked for.
  await press(app, '.deck__more-label');
  await until('the tools', () => app.js('return document.querySelector("[data-action=show-end]").checkVisibility()'));
  await fitsThumb(app, 'the tools');
  await app.click('[data-action="show-end"]');
  await app.find('[data-action="show-begin"]');
});
