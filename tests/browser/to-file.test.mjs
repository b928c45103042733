// "Lưu vào tệp": the document goes on being written to a file on the disk, and never over what others put there.
import assert from 'node:assert/strict';
import { eachBrowser, inOneBrowser } from './support/app.mjs';
import { button, enterAll, figures, gone, heading, holds, press, saved } from './support/entry.mjs';
import { digest, sealed } from './support/seal.mjs';
import { until } from './support/wait.mjs';

const NAME = 'phiếu.json';
const save = button('save-file');

// No browser under test has a picker that a program can use. On a site the picker gives a file of the site's own disk,
// a true handle that the browser remembers; leave to write is what the test puts into `sessionStorage`. Like the true
// ones, both answer only in a click.
const trueHandle = `
  const inClick = () => { if (!navigator.userActivation.isActive) throw new DOMException('no click', 'SecurityError'); };
  window.showSaveFilePicker = async (options) => {
    inClick();
    window.asked = options;
    if (sessionStorage.picker === 'closed') throw new DOMException('closed', 'AbortError');
    return (await navigator.storage.getDirectory()).getFileHandle(${JSON.stringify(NAME)}, { create: true });
  };
  // The blank page before the first has no such files.
  const { prototype } = globalThis.FileSystemHandle ?? { prototype: {} };
  prototype.queryPermission = async () => sessionStorage.leave ?? 'granted';
  prototype.requestPermission = async () => {
    inClick();
    const answer = sessionStorage.answer ?? 'granted';
    if (answer === 'granted') sessionStorage.leave = answer;
    return answer;
  };`;

// From disk there is no such place: an object stands for the file, which no browser can remember.
const fakeHandle = `
  window.disk = { text: '', fault: '' };
  const fault = (name) => { if (disk.fault === name) throw new DOMException('as the test wants it', name); };
  window.showSaveFilePicker = async () => ({
    name: ${JSON.stringify(NAME)},
    async getFile() { fault('NotFoundError'); return new File([disk.text], this.name); },
    async createWritable() {
      let text = '';
      return {
        async write(more) { fault('QuotaExceededError'); text += more; },
        async close() { disk.text = disk.fault === 'short' ? text.slice(1) : text; },
        async abort() {},
      };
    },
  });`;

const onSite = { hosted: true, ready: false };
const figuresAtFirst = { 'TT-3.done': '410', 'TT-3.total': '850' };

/** The application with a picker, and a commune's figures in it. */
async function begun(app, picker) {
  await app.beforePage(picker);
  await app.open();
  await heading(app, { unit: 'UBND xã Phú Mậu', year: 2023 });
  await enterAll(app, figuresAtFirst);
}

const inPage = (app, body, ...values) =>
  app.driver.executeAsyncScript(
    `const done = arguments[arguments.length - 1];
     (async () => { ${body} })().then(done, (error) => done('failed: ' + error))`,
    ...values,
  );

const handle = `const file = await (await navigator.storage.getDirectory()).getFileHandle(${JSON.stringify(NAME)});`;

/** What the file on the site's disk holds. */
const onDisk = (app) => inPage(app, `${handle} return (await file.getFile()).text();`);

/** Another program writes the file. */
const elsewhere = (app, text) =>
  inPage(app, `${handle} const out = await file.createWritable(); await out.write(arguments[0]); await out.close();`, text);

/** Waits until the file holds this figure, and gives the file. */
const fileHolds = (app, name, figure, text = () => onDisk(app)) =>
  until(`${figure} in the file`, async () => {
    const [target, field] = name.split('.');
    const file = JSON.parse(await text());
    if (file.answers[target].figures[field] !== figure) throw new Error(JSON.stringify(file.answers[target]));
    return file;
  });

const remember = (app, values) => app.js('Object.assign(sessionStorage, arguments[0])', values);

eachBrowser('the file is written, read back and kept up to date by itself', onSite, async (app) => {
  await begun(app, trueHandle);
  assert.equal(await app.text(save), 'Lưu vào tệp…');
  assert.equal(await app.out('to-file'), null);
  await press(app, save);
  await app.sees('to-file', 'written');
  await app.find('[data-notice="file-written"]');
  assert.match(await app.text('[data-out="saved"]'), /đã ghi vào phiếu\.json lúc \d\d:\d\d/);
  assert.equal(await app.text(save), 'Ghi ngay');
  const asked = await app.js('return window.asked');
  assert.equal(asked.suggestedName, 'UBND xã Phú Mậu - 2023.json');
  assert.deepEqual(asked.types, [{ accept: { 'application/json': ['.json'] } }]);

  const first = await fileHolds(app, 'TT-3.total', '850');
  assert.equal(first.digest, digest(first));
  await enterAll(app, { 'TT-3.done': '520' });
  const second = await fileHolds(app, 'TT-3.done', '520');
  assert.ok(second.document.revision > first.document.revision);
  assert.equal(second.document.id, first.document.id);
  await press(app, button('undo'));
  await fileHolds(app, 'TT-3.done', '410');
  assert.deepEqual(await app.axe(), []);
  assert.deepEqual(await app.consoleErrors(), []);
});

eachBrowser('after a restart one click asks for leave and goes on with the same file', onSite, async (app) => {
  await begun(app, trueHandle);
  await press(app, save);
  await app.sees('to-file', 'written');
  const before = await onDisk(app);
  await app.restart();
  await app.beforePage(`if (location.protocol === 'http:') sessionStorage.leave ??= 'prompt';${trueHandle}`);
  await app.open();
  await app.sees('to-file', 'waiting');
  assert.equal(await app.text(save), 'Tiếp tục ghi vào “phiếu.json”');
  await enterAll(app, { 'TT-3.done': '520' });
  await saved(app);
  assert.equal(await onDisk(app), before);

  // A question that is closed without an answer, a refusal, and leave at last.
  await remember(app, { answer: 'prompt' });
  await press(app, save);
  await app.sees('to-file', 'waiting');
  await remember(app, { answer: 'denied' });
  await press(app, save);
  await app.sees('to-file', 'denied');
  await app.find('[data-notice="file-failed"]');
  assert.equal(await app.out('saved'), 'saved', 'the drafts go on');
  assert.equal(await onDisk(app), before);
  await remember(app, { answer: 'granted' });
  await press(app, save);
  await fileHolds(app, 'TT-3.done', '520');
  await app.sees('to-file', 'written');

  // Where the leave outlives the visit, nobody is asked.
  await app.reload();
  await enterAll(app, { 'TT-3.done': '530' });
  await fileHolds(app, 'TT-3.done', '530');

  // Stopped, it is forgotten for good, and the file stays.
  await press(app, button('stop-file'));
  await app.find('[data-notice="file-stopped"]');
  await enterAll(app, { 'TT-3.done': '540' });
  await saved(app);
  await app.reload();
  assert.equal(await app.text(save), 'Lưu vào tệp…');
  assert.equal(JSON.parse(await onDisk(app)).answers['TT-3'].figures.done, '530');
  assert.deepEqual(await app.consoleErrors(), []);
});

eachBrowser('what others wrote into the file is shown and asked about before it is overwritten', onSite, async (app) => {
  await begun(app, trueHandle);
  await press(app, save);
  const file = await fileHolds(app, 'TT-3.done', '410');
  file.answers['TT-3'].figures.done = '999';
  file.document.revision += 5;
  const others = sealed(file);
  await elsewhere(app, others);
  await enterAll(app, { 'TT-3.done': '520' });
  await app.sees('to-file', 'changed');
  await app.find('[data-notice="file-changed"]');
  await saved(app);
  assert.equal(await onDisk(app), others);
  assert.match(await app.text('[data-out="saved"]'), /tệp có nội dung khác, chưa ghi đè/);

  await press(app, save);
  const question = '[role="alertdialog"]';
  assert.match(await app.text(question), new RegExp(`lần lưu thứ ${file.document.revision} của bản này`));
  assert.deepEqual(await app.axe(), []);
  await app.click(button('file-look', question));
  await app.find('[data-preview]');
  await app.click(button('import-cancel', '[data-preview]'));
  await gone(app, '[data-preview]');
  await holds(app, 'TT-3.done', '520');
  assert.equal(await onDisk(app), others);

  await press(app, save);
  await app.click(button('file-overwrite', question));
  await fileHolds(app, 'TT-3.done', '520');
  await app.sees('to-file', 'written');
  assert.deepEqual(await app.consoleErrors(), []);
});

eachBrowser('a picker that is closed changes nothing', onSite, async (app) => {
  await begun(app, trueHandle);
  await saved(app);
  const before = await figures(app);
  await remember(app, { picker: 'closed' });
  await press(app, save);
  await until('the picker was asked', () => app.js('return !!window.asked'));
  assert.equal(await app.out('to-file'), null);
  assert.deepEqual(await figures(app), before);
  assert.equal(await app.js('return document.querySelector("[data-notice], [data-problem]")'), null);
  // And it can be opened again.
  await remember(app, { picker: '' });
  await press(app, save);
  await app.sees('to-file', 'written');
  assert.deepEqual(await app.consoleErrors(), []);
});

inOneBrowser('a file that cannot be written is a line and a notice, and the drafts go on', { ready: false }, async (app) => {
  await begun(app, fakeHandle);
  const text = () => app.js('return disk.text');
  await press(app, save);
  await app.sees('to-file', 'written');
  assert.match(await app.text('[data-notice="file-written"]'), /lần mở trang sau hãy chọn lại/);
  const before = await text();
  for (const [fault, word, figure] of [['QuotaExceededError', 'full', '520'], ['NotFoundError', 'gone', '530'], ['short', 'differs', '540']]) {
    await app.js('disk.fault = arguments[0]', fault);
    await enterAll(app, { 'TT-3.done': figure });
    await app.sees('to-file', word);
    await app.find('[data-notice="file-failed"]');
    assert.equal(await app.out('saved'), 'saved');
    if (fault !== 'short') assert.equal(await text(), before, 'the file holds what it held');
  }
  await app.js('disk.fault = ""; disk.text = ""');
  await enterAll(app, { 'TT-3.done': '550' });
  await fileHolds(app, 'TT-3.done', '550', text);
  await app.sees('to-file', 'written');

  // The browser could not remember an object: the next visit begins without it, and with every figure.
  await app.reload();
  await holds(app, 'TT-3.done', '550');
  assert.equal(await app.text(save), 'Lưu vào tệp…');
  assert.equal(await app.out('to-file'), null);
  assert.deepEqual(await app.requests(), []);
  assert.deepEqual(await app.consoleErrors(), []);
});

inOneBrowser('the buttons say what the browser can do', async (app) => {
  assert.equal(await app.text(button('export-json')), 'Tải tệp về');
  const buttons = await app.driver.findElements({ css: save });
  // From disk Chromium writes files that the user picks; Firefox hands files over as downloads and no more.
  assert.equal(buttons.length, app.browser === 'chromium' ? 1 : 0);
  assert.equal(await app.js('return typeof window.showSaveFilePicker'), app.browser === 'chromium' ? 'function' : 'undefined');
});
