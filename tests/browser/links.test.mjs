// Links with a document in them: made and opened on the hosted page, as text and as a QR code; from disk the file instead.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { Key, eachBrowser, inOneBrowser } from './support/app.mjs';
import { scanned } from './support/codes.mjs';
import { button, enterAll, figures, gone, header, headerSees, heading, held, holds, named, press, saved } from './support/entry.mjs';
import { digest, sealed } from './support/seal.mjs';
import { until } from './support/wait.mjs';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const golden = read('tests/golden/assessment-v1.json');

/** The part of an address that carries a text, written a second time and not by the product. */
const carrying = (text) => `#/mo/tc1.${deflateRawSync(text).toString('base64url')}`;

/** What a link of the product carries, read the same way. */
const carried = (link) => JSON.parse(inflateRawSync(Buffer.from(link.split('#/mo/tc1.')[1], 'base64url')).toString('utf8'));

/** The golden file with a note that can hardly be compressed. */
const withNote = (characters) => {
  const file = JSON.parse(golden);
  let state = 1;
  file.answers['TT-3'].note = Array.from({ length: characters }, () => (state = (state * 48271) % 2147483647) % 10).join('');
  return sealed(file);
};

const mine = { 'TT-3.done': '410', 'TT-3.total': '850', 'TC-1.done': '6', 'TC-1.total': '6' };

/** A commune with figures of its own; gives what must not change. */
async function begun(app) {
  await heading(app, { unit: 'UBND xã Phú Mậu', year: 2023 });
  await enterAll(app, mine);
  await saved(app);
  return state(app);
}

const state = async (app) => ({ header: await header(app), figures: await figures(app), unit: await held(app, 'unit') });

const hash = (app) => app.js('return location.hash');

/** Asks for a link and gives it. */
async function shared(app) {
  await press(app, button('send'));
  await press(app, button('share-link', '[role="dialog"]'));
  await app.find(named('link'));
  return held(app, 'link');
}

async function close(app) {
  await press(app, button('close', '[role="dialog"]'));
  await gone(app, '[role="dialog"]');
}

/** Opens a file in the place of what is open. */
async function replaced(app, text) {
  await app.importFile(app.writeFile('Phú Mậu.json', text));
  await press(app, button('import-replace', '[data-preview]'));
  await gone(app, '[data-preview]');
  await saved(app);
}

/** Goes to an address on the page that is open, as pasting it into the address bar does. */
const goTo = (app, address) => app.js('location.hash = arguments[0]', address);

async function quiet(app) {
  assert.deepEqual((await app.requests()).filter((url) => !url.startsWith(app.address) || /tc1/.test(url.split('#')[0])), []);
  assert.deepEqual(await app.consoleErrors(), []);
}

eachBrowser('a link opens elsewhere as the same figures, after a preview and once', { hosted: true, timeout: 120_000 }, async (app) => {
  const before = await begun(app);
  const link = await shared(app);
  assert.ok(link.startsWith(`${app.address}#/mo/tc1.`), link);
  const file = carried(link);
  assert.deepEqual([file.digest, file.unit.name, file.answers['TT-3'].figures], [digest(file), before.unit, { done: '410', total: '850' }]);

  await app.restart({ fresh: true });
  await app.open(link.slice(app.address.length));
  const preview = await app.text('[data-preview]');
  assert.match(preview, /liên kết/);
  assert.match(preview, /UBND xã Phú Mậu/);
  assert.match(preview, /Nguyên vẹn/);
  assert.equal(await held(app, 'TT-3.done'), '');
  // Until it is answered, reloading asks again.
  await app.reload();
  await press(app, button('import-new', '[data-preview]'));
  await headerSees(app, before.header);
  assert.deepEqual(await state(app), before);
  assert.equal(await hash(app), '#/nhap-lieu');
  await saved(app);
  await app.reload();
  assert.equal(await held(app, 'TT-3.done'), '410');
  assert.equal(await app.js('return document.querySelector("[data-preview]")'), null);
  await quiet(app);
});

eachBrowser('a link that is reached on an open page asks first, and going back does not ask again', { hosted: true }, async (app) => {
  const before = await begun(app);
  await goTo(app, '#/huong-dan');
  await app.find('.prose');
  await goTo(app, carrying(golden));
  await press(app, button('import-cancel', '[data-preview]'));
  await gone(app, '[data-preview]');
  assert.equal(await hash(app), '#/nhap-lieu');
  assert.deepEqual(await state(app), before);
  await app.driver.navigate().back();
  await until('the guide', async () => (await hash(app)) === '#/huong-dan');
  await app.driver.navigate().forward();
  await until('the figures', async () => (await hash(app)) === '#/nhap-lieu');
  assert.deepEqual(await state(app), before);
  assert.equal(await app.js('return document.querySelector("[data-preview]")'), null);

  // The golden file by hand: 48,770 of 50 points.
  await goTo(app, carrying(golden));
  await press(app, button('import-replace', '[data-preview]'));
  await headerSees(app, { index: '97.540', points: '48.770', max: '50.000' });
  await press(app, button('undo'));
  await holds(app, 'unit', before.unit);
  assert.deepEqual(await state(app), before);
  await quiet(app);
});

const whole = carrying(golden);
// Every link that is refused, with the page's word for why.
const refused = [
  ['cut', whole.slice(0, whole.length / 2), 'link-damaged'],
  ['one character short', whole.slice(0, -1), 'link-damaged'],
  ['with something after its end', `${whole.slice(0, -4)}AAAA`, 'link-damaged'],
  ['changed at the front', whole.replace('tc1.', 'tc1.AAAA'), 'link-damaged'],
  ['of a newer kind', whole.replace('tc1.', 'tc2.'), 'link-newer'],
  ['of a newer file', carrying(golden.replace('"version": 1', '"version": 2')), 'link-newer'],
  ['of nobody', '#/mo/xyz', 'link-damaged'],
  ['empty', '#/mo/', 'link-damaged'],
  ['other JSON', carrying('{"name":"package"}'), 'link-damaged'],
  ['a target set', carrying(read('sets/196-ctr-ubnd.json')), 'link-damaged'],
  ['no JSON', carrying('Kính gửi UBND huyện'), 'link-damaged'],
  ['deep', carrying('['.repeat(100_000)), 'link-damaged'],
  ['40 MB of spaces', carrying(Buffer.alloc(40_000_000, ' ')), 'link-damaged'],
  ['longer than is read', `#/mo/tc1.${'A'.repeat(100_000)}`, 'link-damaged'],
  ['markup', '#/mo/tc1.<img src=x onerror=window.ran=1>', 'link-damaged'],
];

inOneBrowser('a link that is damaged, foreign or hostile gets one plain message and changes nothing', { hosted: true, timeout: 120_000 }, async (app) => {
  const before = await begun(app);
  for (const [name, address, problem] of refused) {
    await goTo(app, address);
    assert.match(await app.text(`[role="alert"][data-problem="${problem}"]`), /Không mở được liên kết.*Số liệu đang có vẫn nguyên/s, name);
    assert.deepEqual(await app.js('return [document.querySelector("[data-preview]"), window.ran ?? null]'), [null, null], name);
    assert.equal(await hash(app), '#/nhap-lieu', name);
    assert.deepEqual(await state(app), before, name);
    await press(app, button('dismiss', '[role="alert"]'));
    await gone(app, '[role="alert"][data-problem]');
  }
  // Reached from outside as well, and gone at the next start.
  await app.open('?#/mo/tc1.AAAA');
  await app.find('[role="alert"][data-problem="link-damaged"]');
  await app.reload();
  assert.equal(await app.js('return document.querySelector("[role=alert][data-problem]")'), null);
  assert.equal(await held(app, 'TT-3.done'), '410');
  await quiet(app);
});

inOneBrowser('nothing of a link is ever run or followed', { hosted: true }, async (app) => {
  const nasty = '<img src=x onerror="window.ran=1"></script><script>window.ran=1</script><!--<script>';
  const file = JSON.parse(golden);
  file.unit.name = nasty;
  file.answers['TT-3'].evidence = [{ number: nasty, date: '', title: nasty, place: '', link: 'javascript:window.ran=1' }];
  file.answers[nasty] = { figures: { [nasty]: nasty } };
  await goTo(app, carrying(sealed(file)));
  await press(app, button('import-new', '[data-preview]'));
  await holds(app, 'unit', nasty);
  // And out again: what is handed on is what came.
  const link = await shared(app);
  assert.deepEqual(carried(link).answers[nasty], file.answers[nasty]);
  const found = await app.js(`return {
    ran: window.ran ?? null,
    images: document.querySelectorAll('#app img').length,
    links: [...document.querySelectorAll('[href]')].filter((e) => /^\\s*javascript:/i.test(e.getAttribute('href'))).length,
  }`);
  assert.deepEqual(found, { ran: null, images: 0, links: 0 });
  await quiet(app);
});

inOneBrowser('the QR code is the link, black on white in light and in dark, in every window', { hosted: true, timeout: 150_000 }, async (app) => {
  await replaced(app, golden);
  const link = await shared(app);
  assert.match(await app.js('return document.querySelector("[data-out=qr][role=img]").getAttribute("aria-label")'), /QR/);
  for (const [width, height] of [[1366, 768], [1024, 768], [360, 800]]) {
    for (const theme of ['light', 'dark']) {
      await app.screenshot(width, height, theme, 'link');
      assert.equal(await scanned(app), link, `${width}×${height}, ${theme}`);
      assert.deepEqual(await app.axe(), []);
    }
    const wide = await app.js('const { scrollWidth, clientWidth } = document.querySelector(".dialog-backdrop"); return scrollWidth > clientWidth');
    assert.equal(wide, false, `${width}×${height}`);
  }
  await app.viewport(1366, 768);
  await press(app, button('enlarge-qr'));
  await until('the code on the whole screen', () => app.js('return document.fullscreenElement?.matches("[data-out=qr]") && innerHeight === document.fullscreenElement.clientHeight'));
  assert.equal(await scanned(app), link);
  await app.screenshot(1366, 768, 'dark', 'link-whole-screen');
  await quiet(app);
});

inOneBrowser('a document that is too long for a code, or for a link, is offered otherwise', { hosted: true, timeout: 120_000 }, async (app) => {
  await replaced(app, withNote(2_000));
  const link = await shared(app);
  assert.ok(link.length > 2_953 && link.length <= 4_000, `${link.length}`);
  assert.match(await app.text('[role="dialog"] [role="status"]'), /mã QR chỉ chứa được 2953/);
  assert.equal(await app.js('return document.querySelector("[data-out=qr]")'), null);
  await close(app);

  await replaced(app, withNote(5_000));
  await press(app, button('send'));
  await press(app, button('share-link', '[role="dialog"]'));
  await until('why there is no link', async () => /4000 ký tự/.test(await app.text('[role="dialog"] [role="status"]')));
  assert.equal(await app.js('return document.querySelector("[name=link], [data-out=qr]")'), null);
  assert.deepEqual(await app.axe(), []);
  const file = await app.download(() => press(app, button('export-json', '[role="dialog"]')));
  assert.equal(JSON.parse(file.text).answers['TT-3'].note.length, 5_000);
  await gone(app, '[role="dialog"]');
  await app.find('[data-notice="exported"]');
  await quiet(app);
});

/** Pastes what is on the clipboard in the place of what the field of a name holds. */
async function pasteInto(app, name) {
  await app.fill(named(name), '');
  await app.driver.actions().keyDown(Key.CONTROL).sendKeys('v').keyUp(Key.CONTROL).perform();
}

eachBrowser('the link is copied, also where the browser has only the old way', { hosted: true, timeout: 120_000 }, async (app) => {
  const copies = async () => {
    await begun(app);
    const link = await shared(app);
    await press(app, button('copy-link'));
    await until('word of the copy', async () => /Đã chép/.test(await app.text('[role="dialog"] [role="status"]')));
    await close(app);
    await pasteInto(app, 'prepared_by');
    await holds(app, 'prepared_by', link);
  };
  await copies();
  await app.beforePage('Object.defineProperty(Navigator.prototype, "clipboard", { value: undefined })');
  await app.reload();
  assert.equal(await app.js('return typeof navigator.clipboard'), 'undefined');
  await copies();
  await quiet(app);
});

eachBrowser('where nothing may be copied the link is selected and the keys are named', { hosted: true, ready: false }, async (app) => {
  await app.beforePage(`
    Object.defineProperty(Navigator.prototype, 'clipboard', { value: { writeText: () => Promise.reject(new Error('no')) } });
    Document.prototype.execCommand = () => false`);
  await app.open();
  const link = await shared(app);
  await press(app, button('copy-link'));
  await until('what to press', async () => /Ctrl\+C/.test(await app.text('[role="dialog"] [role="status"]')));
  const selected = await app.js('const e = document.activeElement; return [e.name, e.value.slice(e.selectionStart, e.selectionEnd)]');
  assert.deepEqual(selected, ['link', link]);
  await app.press(Key.ESCAPE);
  await gone(app, '[role="dialog"]');
});

inOneBrowser('from disk the file is offered in the place of a link, and a link opens all the same', async (app) => {
  await begun(app);
  await press(app, button('send'));
  await press(app, button('share-link', '[role="dialog"]'));
  assert.match(await app.text('[role="dialog"]'), /mở từ tệp trên máy/);
  assert.equal(await app.js('return document.querySelector("[name=link], [data-out=qr], [data-action=copy-link]")'), null);
  for (const theme of ['light', 'dark']) {
    await app.screenshot(1366, 768, theme, 'no-link');
    assert.deepEqual(await app.axe(), []);
  }
  const file = JSON.parse((await app.download(() => press(app, button('export-json', '[role="dialog"]')))).text);
  assert.equal(file.answers['TT-3'].figures.done, '410');

  await app.open(whole);
  await press(app, button('import-new', '[data-preview]'));
  await headerSees(app, { index: '97.540' });
  assert.equal(await hash(app), '#/nhap-lieu');
  assert.deepEqual(await app.requests(), []);
  assert.deepEqual(await app.consoleErrors(), []);
});
