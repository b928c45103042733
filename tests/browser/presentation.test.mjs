// Trình chiếu: every screen and key of the show, in the shipped file.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Key, eachBrowser, inOneBrowser } from './support/app.mjs';
import { enter, enterAll, heading } from './support/entry.mjs';
import { until } from './support/wait.mjs';

const screen = (app) => app.js('return document.querySelector("[data-screen]")?.dataset.screen');
const shows = (app, name) => until(`the screen ${name}`, async () => (await screen(app)) === name);
const count = (app, selector) => app.js('return document.querySelectorAll(arguments[0]).length', selector);
const text = (app, selector) => app.js('return document.querySelector(arguments[0])?.innerText ?? ""', selector);
const has = (app, selector, wanted = true) => until(`${wanted ? '' : 'no '}${selector}`, async () => ((await count(app, selector)) > 0) === wanted);

const EXERCISES = ['mau-so', 'tren-90', '0-chia-0', 'diem-phan-tram', 'trung-binh', '300-330'].map((id) => `exercise-co-san-${id}`);
const SCREENS = ['opening', 'paths', 'TC-1', 'TC-2', 'TT-2a', 'TT-2b', 'TT-3', 'TT-4a', 'TT-4b', 'TT-4c', 'TT-5', 'not-applicable', 'total', 'comparison', ...EXERCISES, 'reverse', 'closing'];

test('the pictures in the papers are those of every screen, in order', () => {
  const docs = new URL('../../docs/', import.meta.url);
  const pictures = [...readFileSync(new URL('trinh-chieu.md', docs), 'utf8').matchAll(/!\[(.+)\]\((.+)\)/g)];
  assert.deepEqual([...new Set(pictures.map(([, name]) => name))], SCREENS);
  for (const [, , file] of pictures) assert.ok(existsSync(new URL(file, docs)), file);
});

async function filled(app) {
  await heading(app, { unit: 'UBND xã Phú Mậu', level: 'commune', year: 2023 });
  await enterAll(app, { 'TC-1.done': '6', 'TC-1.total': '6', 'TT-3.done': '410', 'TT-3.total': '850' });
}

async function prepared(app) {
  await filled(app);
  await app.click('nav a[href="#/trinh-chieu"]');
  await app.find('[data-action="show-begin"]');
}

async function begun(app) {
  await prepared(app);
  await app.click('[data-action="show-begin"]');
  await shows(app, 'opening');
}

eachBrowser('every screen comes in its turn, one at a time, and back again', {}, async (app) => {
  await begun(app);
  const seen = [];
  for (;;) {
    const name = await screen(app);
    assert.equal(await count(app, '[data-screen]'), 1);
    assert.ok((await text(app, '[data-screen] h1')).length > 0, `${name} has a heading`);
    if (seen.at(-1) !== name) seen.push(name);
    if (name === 'closing') break;
    await app.press(seen.length % 2 ? Key.ARROW_RIGHT : Key.PAGE_DOWN);
  }
  assert.deepEqual(seen, SCREENS);
  // Going on at the end stays there.
  await app.press(Key.PAGE_DOWN);
  await shows(app, 'closing');
  await app.press(Key.HOME);
  await shows(app, 'opening');
  await app.press(Key.END);
  await shows(app, 'closing');
  await app.press(Key.PAGE_UP);
  await shows(app, 'reverse');
  for (const name of [...EXERCISES].reverse()) {
    await app.press(Key.ARROW_LEFT);
    await shows(app, name);
    // It is found as it was left: worked out.
    for (let step = 0; step < 4; step += 1) await app.press(Key.ARROW_LEFT);
  }
  await app.press(Key.ARROW_LEFT);
  await shows(app, 'comparison');
  // The screen before is found as it was left: the whole total.
  await app.press(Key.ARROW_LEFT);
  await shows(app, 'total');
  assert.equal(await count(app, '[data-area="total"]'), 1);
  await app.press(Key.ARROW_LEFT);
  assert.equal(await count(app, '[data-area="total"]'), 0);
  assert.deepEqual(await app.consoleErrors(), []);
});

inOneBrowser('a figure typed on a screen fills the formula in and is the form’s own', {}, async (app) => {
  await prepared(app);
  await app.click('[data-action="show-from"][data-value="TT-3"]');
  await shows(app, 'TT-3');
  await app.rowSees('TT-3', { value: '48.235', points: '8.770', state: 'scored' });
  assert.match(await text(app, '.deck__formula'), /48,235% ÷ 55%\) = 8,770/);
  await enter(app, 'TT-3.done', '850');
  await app.rowSees('TT-3', { value: '100.000', points: '10.000' });
  // Arrows move in a field; the remote's keys turn the page all the same.
  await app.press(Key.ARROW_LEFT);
  await shows(app, 'TT-3');
  await app.press(Key.PAGE_DOWN);
  await shows(app, 'TT-4a');
  await app.press(Key.ESCAPE);
  await app.find('[data-action="show-begin"]');
  await app.click('nav a[href="#/nhap-lieu"]');
  await app.rowSees('TT-3', { points: '10.000' });
});

inOneBrowser('“không phát sinh” is shown in three steps with the scorer’s numbers', {}, async (app) => {
  await prepared(app);
  await app.click('[data-action="show-from"][data-value="not-applicable"]');
  await shows(app, 'not-applicable');
  const rows = () => count(app, '[data-left-out] tbody tr');
  assert.equal(await rows(), 1);
  await app.press(Key.ARROW_RIGHT);
  await app.press(Key.ARROW_RIGHT);
  await until('three rows', async () => (await rows()) === 3);
  // 10 of TC-1 and 8.770 of TT-3 over 55; without TC-1 8.770 over 55, then over 45.
  const last = await app.js('return [...document.querySelectorAll("[data-left-out] tbody tr")].map((row) => [...row.querySelectorAll("td")].map((cell) => cell.innerText))');
  assert.deepEqual(last, [['18,770', '55,000', '34,127%'], ['8,770', '55,000', '15,945%'], ['8,770', '45,000', '19,489%']]);
});

inOneBrowser('the room goes dark, notes and the list come and go, Escape ends', {}, async (app) => {
  await begun(app);
  await app.press('b');
  await has(app, '.deck--blank');
  // Whatever goes on lights the room first, on the same screen.
  await app.press(Key.PAGE_DOWN);
  await has(app, '.deck--blank', false);
  assert.equal(await screen(app), 'opening');
  await app.press('.');
  await has(app, '.deck--blank');
  await app.press(Key.ESCAPE);
  await has(app, '.deck--blank', false);
  await app.press('n');
  await has(app, '.deck__notes');
  await app.press('n');
  await has(app, '.deck__notes', false);
  await app.press('l');
  await has(app, '.deck__list');
  await app.click('[data-action="show-go"][data-value="TT-3"]');
  await shows(app, 'TT-3');
  await has(app, '.deck__list', false);
  await app.press(Key.ESCAPE);
  await app.find('[data-action="show-begin"]');
  await until('the focus on the button that began it', () => app.js('return document.activeElement?.name === "show-begin"'));
});

inOneBrowser('screens are chosen, and those passed over are not shown', {}, async (app) => {
  await prepared(app);
  for (const name of ['paths', 'TC-1', 'TC-2']) await app.click(`[name="screen"][value="${name}"]`);
  await app.click('[data-action="show-begin"]');
  await shows(app, 'opening');
  await app.press(Key.PAGE_DOWN);
  await shows(app, 'TT-2a');
  await app.press(Key.PAGE_UP);
  await shows(app, 'opening');
});

eachBrowser('a finger turns the page', {}, async (app) => {
  await begun(app);
  const swipe = (from, to) => app.js(`
    const stage = document.querySelector('[data-screen]');
    const at = (type, x) => stage.dispatchEvent(new PointerEvent(type, { pointerType: 'touch', clientX: x, clientY: 200, bubbles: true }));
    at('pointerdown', arguments[0]);
    at('pointerup', arguments[1]);`, from, to);
  await swipe(400, 200);
  await shows(app, 'paths');
  await swipe(200, 400);
  await shows(app, 'opening');
  // A tap is none.
  await swipe(200, 210);
  await shows(app, 'opening');
});

inOneBrowser('years stand side by side, three at most', {}, async (app) => {
  await prepared(app);
  await app.click('[data-action="show-from"][data-value="comparison"]');
  await shows(app, 'comparison');
  const years = () => app.js('return [...document.querySelectorAll("[data-screen] [data-year]")].map((cell) => cell.dataset.year)');
  assert.deepEqual(await years(), ['2022', '2023', '2025']);
  assert.equal(await app.js('return document.querySelector("[name=compared][value=\'2024\']").disabled'), true);
  await app.click('[name="compared"][value="2022"]');
  await until('two years', async () => (await years()).length === 2);
  await app.click('[name="compared"][value="2024"]');
  await until('the years', async () => (await years()).join() === '2023,2024,2025');
});

inOneBrowser('units stand side by side, each by its own level, and nothing of them is kept', {}, async (app) => {
  await prepared(app);
  await app.click('[data-action="show-from"][data-value="comparison"]');
  await shows(app, 'comparison');
  await app.js('document.querySelector("[name=compare-by][value=units]").click()');
  const units = () => app.js('return [...document.querySelectorAll("[data-screen] [data-unit]")].map((cell) => cell.dataset.unit)');
  const chosen = () => app.js('return [1, 2, 3].map((n) => document.querySelector(`[name=compared-unit-${n}]`).value)');
  await until('the first units', async () => (await units()).join() === 'open,commune-2023-weak,commune-2023-middling');
  assert.deepEqual(await chosen(), await units());
  await app.setSelect('[name="compared-unit-2"]', 'department-2023-middling');
  await until('the department', async () => (await units())[1] === 'department-2023-middling');
  // The goals of the province's own rank are nobody's here but a province's.
  await app.setSelect('[name="compared-unit-3"]', 'province-2023-middling');
  await has(app, '[data-screen] [data-area="general"]');
  const general = await app.js('return [...document.querySelectorAll("[data-area=general] td")].map((cell) => cell.innerText.trim())');
  assert.deepEqual(general.slice(0, 2), ['–', '–']);
  assert.equal(general[2], '6,000/8');
  assert.equal((await text(app, '[data-unit="open"] b')), '34,127%');
  assert.deepEqual(await app.axe(), []);
  await app.setSelect('[name="compared-unit-3"]', '');
  await until('two units', async () => (await units()).length === 2);
  // Another screen and back: the choice stands.
  await app.press(Key.PAGE_UP);
  await shows(app, 'total');
  await app.press(Key.PAGE_DOWN);
  await shows(app, 'comparison');
  await until('the choice', async () => (await chosen()).join() === 'open,department-2023-middling,');
  await app.press(Key.ESCAPE);
  await app.click('nav a[href="#/nhap-lieu"]');
  await app.rowSees('TT-3', { points: '8.770' });
});

inOneBrowser('goals are told level by level, page by page, and the rising one by itself', {}, async (app) => {
  await prepared(app);
  await app.viewport(1024, 768);
  await app.click('[data-action="show-from"][data-value="paths"]');
  await shows(app, 'paths');
  const seen = [];
  for (;;) {
    const over = await app.js('const s = document.querySelector("[data-screen]"); return [s.scrollWidth - s.clientWidth, s.scrollHeight - s.clientHeight]');
    assert.ok(Math.max(...over) <= 1, `page ${seen.length + 1} is ${over} pixels too large`);
    assert.deepEqual(await app.axe(), []);
    seen.push(await text(app, '[data-screen]'));
    await app.press(Key.PAGE_DOWN);
    if ((await screen(app)) !== 'paths') break;
    await until('another page', async () => (await text(app, '[data-screen]')) !== seen.at(-1));
  }
  const whole = seen.join();
  for (const id of ['R-1', 'TC-3', 'TT-1a', 'TT-6']) assert.ok(whole.includes(id), id);
  const [table, lines] = seen.slice(-2);
  assert.match(table, /Cấp huyện\s+≥ 40%\s+≥ 60%\s+≥ 80%\s+100%/);
  assert.match(lines, /Cấp tỉnh; Sở, ban, ngành/);
  assert.match(lines, /48,235%/);
});

inOneBrowser('the reverse question is answered on the stage', {}, async (app) => {
  await prepared(app);
  await app.click('[data-action="show-from"][data-value="reverse"]');
  await shows(app, 'reverse');
  await app.fill('[name="wanted-index"]', '36');
  await app.click('[data-action="solve"]');
  await app.find('[data-out="plan-index"]');
});

inOneBrowser('every screen is clear to assistive tools, and fits the projector', { timeout: 180_000 }, async (app) => {
  await app.viewport(1024, 768);
  await begun(app);
  for (const name of SCREENS) {
    await shows(app, name);
    // What comes in is paler until it stands.
    await until('stillness', () => app.js('return document.getAnimations().length === 0'));
    assert.deepEqual(await app.axe(), [], name);
    const over = await app.js('const s = document.querySelector("[data-screen]"); return s.scrollWidth - s.clientWidth');
    assert.ok(over <= 1, `${name} is ${over} pixels too wide`);
    while ((await screen(app)) === name && name !== 'closing') await app.press(Key.PAGE_DOWN);
  }
});

inOneBrowser('the hand-out holds each target that is shown, with its goal', {}, async (app) => {
  await prepared(app);
  const paper = await app.js('return document.querySelector(".handout").textContent');
  assert.match(paper, /Số hóa kết quả giải quyết TTHC còn hiệu lực/);
  assert.match(paper, /≥ 55%/);
  await app.click('[name="screen"][value="TT-3"]');
  await until('one target less', async () => (await count(app, '.handout__target')) === 8);
  // Exercises come with their questions, to be worked out by hand.
  await until('the exercises', async () => (await count(app, '.handout__exercise')) === 6);
  const exercises = await app.js('return [...document.querySelectorAll(".handout__exercise")].map((one) => one.textContent).join()');
  assert.match(exercises, /850 kết quả giải quyết thủ tục hành chính còn hiệu lực, đã số hóa 410/);
  assert.doesNotMatch(exercises, /8,770|48,235/);
  await app.click(`[name="screen"][value="${EXERCISES[0]}"]`);
  await until('one exercise less', async () => (await count(app, '.handout__exercise')) === 5);
});
