// Bài tập: asked on the stage, revealed step by step, written by a trainer, saved and opened again, in the shipped file.
import assert from 'node:assert/strict';
import { Key, eachBrowser, inOneBrowser } from './support/app.mjs';
import { enterAll, heading } from './support/entry.mjs';
import { until } from './support/wait.mjs';

const screen = (app) => app.js('return document.querySelector("[data-screen]")?.dataset.screen');
const shows = (app, name) => until(`the screen ${name}`, async () => (await screen(app)) === name);
const count = (app, selector) => app.js('return document.querySelectorAll(arguments[0]).length', selector);
const text = (app, selector) => app.js('return document.querySelector(arguments[0])?.innerText ?? ""', selector);
const value = (app, selector) => app.js('return document.querySelector(arguments[0])?.dataset.value ?? null', selector);
const steps = (app) => app.js('return [...document.querySelectorAll("[data-step]")].map((step) => step.dataset.step).join()');
const revealed = (app, wanted) => until(`the steps ${wanted}`, async () => (await steps(app)) === wanted);
const still = (app) => until('stillness', () => app.js('return document.getAnimations().length === 0'));

const READY = ['mau-so', 'tren-90', '0-chia-0', 'diem-phan-tram', 'trung-binh', '300-330'].map((id) => `exercise-co-san-${id}`);

async function prepared(app) {
  await heading(app, { unit: 'UBND xã Phú Mậu', level: 'commune', year: 2023 });
  await enterAll(app, { 'TC-1.done': '6', 'TC-1.total': '6', 'TT-3.done': '410', 'TT-3.total': '850' });
  await app.click('nav a[href="#/trinh-chieu"]');
  await app.find('[data-action="show-begin"]');
}

async function shown(app, name) {
  const button = `[data-action="show-from"][data-value="${name}"]`;
  await app.find(button);
  // The page's head stands over what is scrolled up to.
  await app.js('document.querySelector(arguments[0]).scrollIntoView({ block: "center" })', button);
  await app.click(button);
  await shows(app, name);
}

async function refilled(app, selector, words) {
  await app.fill(selector, words);
  await until(`${selector} with ${words}`, () => app.js('return document.querySelector(arguments[0]).value === arguments[1]', selector, words));
}

inOneBrowser('the room answers, and each key reveals one step of the scorer’s own explanation', {}, async (app) => {
  await prepared(app);
  await shown(app, READY[0]);
  assert.match(await text(app, '.exercise__question'), /850 kết quả .* TT-3\?/);
  assert.equal(await steps(app), '');
  assert.ok(!(await text(app, '[data-screen]')).includes('8,770'), 'nothing is given away');
  const left = Number(await value(app, '[data-out="thinking"]'));
  assert.ok(left > 50 && left <= 60, `${left} seconds`);
  await until('a second less', async () => Number(await value(app, '[data-out="thinking"]')) < left);
  await app.type('[name="exercise-answer"]', '10');
  await app.press(Key.PAGE_DOWN);
  await revealed(app, 'reached');
  assert.match(await text(app, '[data-step="reached"]'), /410 ÷ 850 = 48,235%/);
  await app.press(Key.PAGE_DOWN);
  await revealed(app, 'reached,rule');
  assert.match(await text(app, '[data-step="rule"]'), /≥ 55%/);
  await app.press(Key.PAGE_DOWN);
  await revealed(app, 'reached,rule,answer');
  assert.equal(await value(app, '[data-out="solution"]'), '8.770');
  assert.equal(await value(app, '[data-out="verdict"]'), 'wrong');
  assert.match(await text(app, '[data-out="verdict"]'), /Cả phòng trả lời 10: chưa đúng/);
  await app.press(Key.ARROW_RIGHT);
  await revealed(app, 'reached,rule,answer,mistakes');
  assert.equal(await count(app, '[data-step="mistakes"] s'), 2);
  await app.press(Key.ARROW_LEFT);
  await app.press(Key.ARROW_LEFT);
  await revealed(app, 'reached,rule');
  await refilled(app, '[name="exercise-answer"]', '8,77');
  await app.press(Key.PAGE_DOWN);
  await until('the right answer', async () => (await value(app, '[data-out="verdict"]')) === 'right');
  await app.press(Key.ESCAPE);
  await app.click('nav a[href="#/nhap-lieu"]');
  await app.rowSees('TT-3', { points: '8.770' });
  assert.deepEqual(await app.consoleErrors(), []);
});

inOneBrowser('every ready exercise has an answer, that of 0 ÷ 0 being no number', {}, async (app) => {
  await prepared(app);
  await shown(app, READY[0]);
  const answers = [];
  for (const name of READY) {
    await shows(app, name);
    if (name.endsWith('0-chia-0')) await app.click('[name="exercise-no-number"]');
    for (const wanted of ['reached', 'reached,rule', 'reached,rule,answer']) {
      await app.press(Key.PAGE_DOWN);
      await revealed(app, wanted);
    }
    if (name.endsWith('0-chia-0')) assert.equal(await value(app, '[data-out="verdict"]'), 'right');
    answers.push(await value(app, '[data-out="solution"]'));
    await app.press(Key.PAGE_DOWN);
    await revealed(app, 'reached,rule,answer,mistakes');
    await app.press(Key.PAGE_DOWN);
  }
  assert.deepEqual(answers, ['8.770', '1.500', '', '8.000', '68.182', '7.270']);
  await shows(app, 'reverse');
});

eachBrowser('a trainer’s exercise is made, saved, kept, and opened on another computer', { timeout: 150_000 }, async (app) => {
  await prepared(app);
  await app.click('[data-action="exercise-new"]');
  await app.setSelect('[name="exercise-asked"]', 'points:TT-3');
  await until('the question', () => app.js('return document.querySelector("[name=exercise-question]").value === "Đơn vị này được bao nhiêu điểm TT-3?"'));
  await refilled(app, '[name="exercise-title"]', 'Số hóa ở xã ta');
  await refilled(app, '[name="exercise-answer.0"]', '8,77');
  await app.click('[data-action="exercise-keep"]');
  await until('the problem', async () => /đáp án đúng/.test(await text(app, '#exercise-problem')));
  assert.deepEqual(await app.axe(), []);
  await refilled(app, '[name="exercise-answer.0"]', '10');
  await refilled(app, '[name="exercise-why.0"]', 'quên chia cho mức phải đạt');
  await app.click('[data-action="exercise-keep"]');
  await app.find('[data-action="exercise-edit"]');
  const file = await app.download(() => app.click('[data-action="exercises-save"]'));
  assert.match(file.name, /^bai-tap-.*\.json$/);
  assert.ok(!file.text.includes('Phú Mậu'));
  const { id } = JSON.parse(file.text).exercises[0];
  await app.reload();
  await app.find(`[data-exercise="${id}"]`);
  await app.restart({ fresh: true });
  await app.open();
  await heading(app, { unit: 'UBND xã khác', level: 'commune', year: 2023 });
  const before = await app.js('return document.querySelector("[name=unit]").value');
  await app.dropFile('bai-tap.json', file.text);
  await app.find('[data-notice="exercises-read"]');
  assert.match(await app.js('return location.hash'), /trinh-chieu/);
  await shown(app, `exercise-${id}`);
  for (const wanted of ['reached', 'reached,rule', 'reached,rule,answer', 'reached,rule,answer,mistakes']) {
    await app.press(Key.ARROW_RIGHT);
    await revealed(app, wanted);
  }
  assert.equal(await value(app, '[data-out="solution"]'), '8.770');
  await app.press(Key.ESCAPE);
  await app.click('nav a[href="#/nhap-lieu"]');
  await app.find('[name="unit"]');
  assert.equal(await app.js('return document.querySelector("[name=unit]").value'), before);
  assert.equal((await app.row('TT-3')).points ?? '', '');
});

inOneBrowser('what is being written of an exercise outlives a reload, and another window shows what is kept', {}, async (app) => {
  await prepared(app);
  await app.click('[data-action="exercise-new"]');
  await refilled(app, '[name="exercise-title"]', 'Số hóa ở xã ta');
  await refilled(app, '[name="exercise-answer.0"]', 'mười');
  await app.reload();
  await app.find('[name="exercise-title"]');
  assert.equal(await app.js('return document.querySelector("[name=exercise-title]").value'), 'Số hóa ở xã ta');
  assert.equal(await app.js('return document.querySelector("[name=\'exercise-answer.0\']").value'), 'mười');
  const first = await app.driver.getWindowHandle();
  await app.driver.switchTo().newWindow('window');
  await app.open('#/trinh-chieu');
  const second = await app.driver.getWindowHandle();
  assert.equal(await count(app, '[data-action="exercise-edit"]'), 0);
  await app.driver.switchTo().window(first);
  await refilled(app, '[name="exercise-answer.0"]', '9');
  await refilled(app, '[name="exercise-why.0"]', 'quên chia cho mức phải đạt');
  await app.click('[data-action="exercise-keep"]');
  await app.find('[data-action="exercise-edit"]');
  await app.driver.switchTo().window(second);
  await app.find('[data-action="exercise-edit"]');
});

eachBrowser('a file that is not as it should be says where, and adds nothing', {}, async (app) => {
  await prepared(app);
  const own = await count(app, '[data-exercise]');
  await app.dropFile('hong.json', JSON.stringify({ format: 'tu-cham/exercises', version: 1, exercises: [{ id: '<b>' }] }));
  await app.find('[role="alert"][data-problem="faulty"]');
  assert.match(await text(app, '[data-problem]'), /exercises\[0\]\.id/);
  assert.equal(await count(app, '[data-exercise]'), own);
  await app.dropFile('moi.json', JSON.stringify({ format: 'tu-cham/exercises', version: 9, exercises: [] }));
  await app.find('[role="alert"][data-problem="newer"]');
});

inOneBrowser('page and stage are clear to assistive tools and fit projector and phone', { timeout: 180_000 }, async (app) => {
  await prepared(app);
  assert.deepEqual(await app.axe(), []);
  await app.click('[data-action="exercise-new"]');
  for (const width of [1024, 360]) {
    await app.viewport(width, 768);
    const over = await app.js('return document.documentElement.scrollWidth - document.documentElement.clientWidth');
    assert.ok(over <= 0, `the page is ${over} pixels too wide at ${width}`);
  }
  // Firefox changes no size while the show fills the screen.
  for (const [width, height] of [[360, 740], [1024, 768]]) {
    await app.viewport(width, height);
    await shown(app, READY[0]);
    for (const name of READY) {
      await shows(app, name);
      await still(app);
      assert.deepEqual(await app.axe(), [], `${name} at ${width}, asked`);
      for (const step of ['reached', 'rule', 'answer', 'mistakes']) {
        await app.press(Key.PAGE_DOWN);
        await until(step, async () => (await steps(app)).endsWith(step));
      }
      await still(app);
      const [across, down] = await app.js('const s = document.querySelector("[data-screen]"); return [s.scrollWidth - s.clientWidth, s.scrollHeight - s.clientHeight]');
      assert.ok(across <= 1, `${name} is ${across} pixels too wide at ${width}`);
      if (width === 1024) assert.ok(down <= 1, `${name} is ${down} pixels too long for the projector`);
      assert.deepEqual(await app.axe(), [], `${name} at ${width}, revealed`);
      await app.press(Key.PAGE_DOWN);
    }
    await app.press(Key.ESCAPE);
    await app.find('[data-action="show-begin"]');
  }
});
