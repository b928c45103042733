// The worst files through the file field: one sentence or a preview, within a second; nothing changes, nothing runs.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { eachBrowser } from './support/app.mjs';
import { button, enter, enterAll, figures, gone, header, heading, held, holds, press, saved } from './support/entry.mjs';
import { sealed } from './support/seal.mjs';
import { until } from './support/wait.mjs';

const golden = readFileSync(new URL('../golden/assessment-v1.json', import.meta.url), 'utf8');
const brim = 4_900_000;

/** The golden file with something more at its end. */
const extended = (more) => `${golden.slice(0, golden.lastIndexOf('}'))},${more}}`;

/** The golden file, changed, and as text without a digest that fits. */
const changed = (change) => {
  const file = JSON.parse(golden);
  change(file);
  return JSON.stringify(file);
};

/** Everything that is no object turned into `other`, but for what says that it is one of ours. */
function wrong(value, other) {
  if (value === null || typeof value !== 'object') return other;
  const each = Object.entries(value).map(([key, one]) => [key, ['format', 'version'].includes(key) ? one : wrong(one, other)]);
  return Array.isArray(value) ? each.map(([, one]) => one) : Object.fromEntries(each);
}

const markup = '</script><!--<script><img src=x onerror="window.ran = 1"><svg onload="window.ran = 1">\u202egpj\u2066\u200b\u0000{{7*7}}';
const keyOfAMegabyte = 'ờ'.repeat(350_000);

// Every file that is refused, with the page's word for why.
const refused = [
  ['một byte quá', Buffer.alloc(5_000_001, '['), 'too-big'],
  ['ngoặc đến đầy', '['.repeat(brim), 'too-big'],
  ['số đến đầy', extended(`"x":[${'0,'.repeat(brim / 2 - 5_000)}0]`), 'too-big'],
  ['khóa đến đầy', extended(`"x":{${Array.from({ length: 350_000 }, (_, n) => `"${n}":1`).join(',')}}`), 'too-big'],
  ['chữ đến đầy', `{"x":"${'a'.repeat(brim)}"`, 'not-json'],
  ['một trăm nghìn danh sách', extended(`"x":${'['.repeat(100_000)}${']'.repeat(100_000)}`), 'not-json'],
  ['một trăm nghìn nhóm', '{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000), 'not-json'],
  ['cắt ở byte cuối', golden.trimEnd().slice(0, -1), 'not-json'],
  ['khóa hai lần dài một MB', extended(`"${keyOfAMegabyte}":1,"${keyOfAMegabyte}":2`), 'not-json'],
  ['nửa chữ', extended('"x":"\\ud800"'), 'not-json'],
  ['lẻ byte', Buffer.concat([Buffer.from('\ufeff' + golden, 'utf16le'), Buffer.from([0x20])]), 'not-text'],
  ['toàn NUL', Buffer.alloc(brim), 'no-content'],
  ['khóa của JavaScript', '{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}', 'not-ours'],
  ['phiên bản mười nghìn chữ số', changed((file) => { file.version = 0; }).replace('"version":0', `"version":${'9'.repeat(10_000)}`), 'not-ours'],
  ['sai mọi kiểu', JSON.stringify(wrong(JSON.parse(golden), 1)), 'faulty'],
  ['năm mười nghìn chữ số', golden.replace('"year": 2023', `"year": ${'9'.repeat(10_000)}`), 'faulty'],
  ['lần lưu cuối cùng', changed((file) => { file.document.revision = 4294967295; }), 'faulty'],
  ['khóa một MB sai kiểu', changed((file) => { file.answers[keyOfAMegabyte] = { figures: Object.fromEntries(Array.from({ length: 90_000 }, (_, n) => [n, n])) }; }), 'faulty'],
  ['chín mươi nghìn chỗ sai kiểu', changed((file) => { file.answers['TT-3'].evidence = Array(90_000).fill(1); }), 'faulty'],
  [`"><img src=x onerror="window.ran = 1"><b>`, markup, 'other-page'],
  ['bản chép bị cắt', `<!DOCTYPE html><script>window.ran = 1</script><script id="tu-cham-data">${golden.slice(0, 999)}`, 'not-json'],
  ['thẻ đến đầy', '<script id='.repeat(brim / 12), 'other-page'],
  ['thẻ mở đến đầy', '<script>'.repeat(brim / 8), 'other-page'],
  ['dấu nhỏ hơn đến đầy', '<'.repeat(brim), 'other-page'],
];

/** The golden file with names, ids, fields and keys as nobody should choose them, sealed as it should be. */
function poisoned() {
  const file = JSON.parse(golden);
  file.document.id = '__proto__';
  file.unit.name = markup;
  file.unit.superior = '9'.repeat(10_000);
  file.answers['TT-3'].note = markup;
  file.answers['TT-3'].figures.done = '410';
  file.answers['TT-4a'].figures.done = '9'.repeat(10_000);
  for (const key of ['constructor', 'toString', 'hasOwnProperty', markup]) {
    file.answers[key] = { figures: { [key]: key, valueOf: markup }, [key]: { [key]: null } };
    file[key] = { [key]: [] };
  }
  // `__proto__` as a key of its own, which JavaScript's literals don't make.
  const own = { value: { polluted: 'yes', figures: { done: '1' } }, enumerable: true };
  for (const part of [file, file.unit, file.answers, file.answers['TT-3'], file.answers['TT-3'].figures]) {
    if (part !== file.answers['TT-3'].figures) Object.defineProperty(part, '__proto__', own);
  }
  return sealed(file);
}

// Files that are ours, whatever stands in them: read, kept, and no heavier on the hand than any.
const taken = [
  ['độc', poisoned()],
  ['chín mươi nghìn số', extended(`"x":[${'0,'.repeat(90_000)}0]`)],
  ['bốn mươi lăm nghìn khóa', extended(`"x":{${Array.from({ length: 45_000 }, (_, n) => `"${n}":[]`).join(',')}}`)],
  ['ba mươi nghìn chỉ tiêu lạ', changed((file) => { for (let n = 0; n < 30_000; n += 1) file.answers[`X-${n}`] = { figures: { value: `${n}` } }; })],
  ['đầy chữ', extended(`"x":"${'ệ'.repeat(brim / 3 - 10_000)}"`)],
  ['tên một MB', changed((file) => { file.unit.name = keyOfAMegabyte; file.target_set.id = keyOfAMegabyte; file.unit.code = keyOfAMegabyte; })],
];

/** Notes how long it takes from a file being chosen, or a character typed, to what comes of it being on the screen. */
const watch = `
  const drawn = (then) => requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel(); port1.onmessage = then; port2.postMessage(0); });
  document.addEventListener('change', (event) => {
    if (event.target.name !== 'import') return;
    const begun = performance.now();
    window.answered = undefined;
    const seen = () => document.querySelector('[role="alert"][data-problem], [data-preview]');
    const observer = new MutationObserver(() => {
      if (!seen()) return;
      observer.disconnect();
      drawn(() => { window.answered = performance.now() - begun; });
    });
    observer.observe(document.body, { childList: true, subtree: true });
  }, true);
  document.addEventListener('input', () => {
    const begun = performance.now();
    window.keyAnswered = undefined;
    drawn(() => { window.keyAnswered = performance.now() - begun; });
  }, true);
  window.builtIn = Object.getOwnPropertyNames(Object.prototype).join();`;

/**
 * Does `act`, whose time the page notes under `name`, and holds it to a second. A machine that is busy with something else
 * may take longer: then it is done `again`, and the least counts.
 */
async function withinASecond(app, name, what, t, act, again = () => {}) {
  const times = [];
  for (;;) {
    await act();
    times.push(await until(`${what} answered`, () => app.js(`return window.${name} ?? null`), 30_000));
    if (times.at(-1) < 1000 || times.length === 3) break;
    await again();
  }
  const least = Math.round(Math.min(...times));
  t.diagnostic(`${what}: ${least} ms`);
  assert.ok(least < 1000, `${what} took ${least} ms`);
}

/** Nothing of a file has run, asked for anything, or got into JavaScript's own objects. */
async function harmless(app) {
  const found = await app.js(`return {
    ran: window.ran ?? null,
    images: document.querySelectorAll('main img, main svg[onload], main script').length,
    polluted: ({}).polluted ?? null,
    builtIn: Object.getOwnPropertyNames(Object.prototype).join() === window.builtIn,
  }`);
  assert.deepEqual(found, { ran: null, images: 0, polluted: null, builtIn: true });
  assert.deepEqual(await app.requests(), []);
  assert.deepEqual(await app.consoleErrors(), []);
}

const state = async (app) => ({ header: await header(app), figures: await figures(app), unit: await held(app, 'unit'), year: await held(app, 'year') });

/** Types a figure, sees what it scores, and that it came within a second. */
async function types(app, done, points, what, t) {
  await withinASecond(app, 'keyAnswered', `a figure after “${what}”`, t, () => enter(app, 'TT-3.done', done));
  await app.rowSees('TT-3', { points });
}

eachBrowser('the worst files are refused in one sentence within a second, and typing goes on', { timeout: 400_000 }, async (app, t) => {
  await heading(app, { unit: 'UBND xã Vinh Thanh', year: 2023 });
  await enterAll(app, { 'TT-3.done': '500', 'TT-3.total': '1.000' });
  await app.js(watch);
  for (const [name, content, problem] of refused) {
    const what = name.slice(0, 40);
    const before = await state(app);
    const path = app.writeFile(`${name}.json`, content);
    const alert = `[role="alert"][data-problem="${problem}"]`;
    const dismiss = async () => {
      await press(app, button('dismiss', alert));
      await gone(app, '[role="alert"][data-problem]');
    };
    const give = async () => {
      await app.importFile(path);
      await app.find(alert);
    };
    await withinASecond(app, 'answered', what, t, give, dismiss);
    const said = await app.js('return [...document.querySelectorAll("[role=alert][data-problem]")].map((e) => e.innerText)');
    assert.equal(said.length, 1, what);
    assert.ok(said[0].length < 500, `${what}: ${said[0].length} characters`);
    assert.equal(await app.js('return document.querySelector("[data-preview]")'), null);
    assert.deepEqual(await state(app), before, what);
    await dismiss();
    // 10 × 52 % ÷ 55 % and 10 × 50 % ÷ 55 %
    await types(app, '520', '9.455', what, t);
    await types(app, '500', '9.091', what, t);
    await harmless(app);
  }
});

eachBrowser('a file of ours is read and kept whatever stands in it, and typing goes on', { timeout: 400_000 }, async (app, t) => {
  await app.js(watch);
  for (const [what, content] of taken) {
    const path = app.writeFile(`${what}.json`, content);
    const give = async () => {
      await app.importFile(path);
      await app.find('[data-preview]');
    };
    await withinASecond(app, 'answered', what, t, give, () => press(app, button('import-cancel', '[data-preview]')));
    await press(app, button('import-new', '[data-preview]'));
    await gone(app, '[data-preview]');
    await holds(app, 'TT-3.done', '410');
    await types(app, '425', '9.091', what, t);
    await saved(app);
    await app.reload();
    await holds(app, 'TT-3.done', '425');
    await app.js(watch);
    await types(app, '410', '8.770', what, t);
    await saved(app);
    await harmless(app);
  }
});
