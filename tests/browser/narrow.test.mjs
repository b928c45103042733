// The first minute and the narrow window: what the page says first, what it folds away, and what a small window leaves to see.
import assert from 'node:assert/strict';
import { Key, inOneBrowser } from './support/app.mjs';
import { button, enter, gone, heading, holds, press, saved } from './support/entry.mjs';
import { until } from './support/wait.mjs';

const isSeen = (app, selector) => app.js('const e = document.querySelector(arguments[0]); return e !== null && e.checkVisibility({ visibilityProperty: true })', selector);
const read = (app, name) => app.js('return document.getElementById(arguments[0] + "-read").textContent', name);

inOneBrowser('a blank form says what it is and what to do, until the first figure is typed', async (app) => {
  assert.match(await app.text('.start h1'), /Chương trình 196\/CTr-UBND/);
  assert.equal(await app.js('return document.querySelectorAll(".start ol li").length'), 3);
  assert.deepEqual(await app.axe(), []);
  await heading(app, { unit: 'UBND xã Phú Mậu', year: 2023 });
  await app.find('.start');
  await enter(app, 'TT-3.done', '4');
  await gone(app, '.start');
  await saved(app);
  await app.reload();
  await gone(app, '.start');
});

inOneBrowser('the first page opens a sample of the chosen level, and leaving it leads back', async (app) => {
  await press(app, '.start [data-action="open-sample"]');
  await until('the sample', () => app.js('return document.documentElement.dataset.sample === "commune-2023-middling"'));
  await press(app, button('leave-sample'));
  await app.find('.start');
});

inOneBrowser('what was read stands beside a figure where it looks otherwise than what was typed', async (app) => {
  await heading(app, { unit: 'UBND xã Phú Mậu', year: 2023 });
  for (const [typed, shown] of [['410', ''], ['1234567', '= 1.234.567'], ['1.234', ''], ['1,234', '= 1.234'], ['4x', 'chưa hiểu']]) {
    await app.fill('[name="TT-3.done"]', typed);
    await until(`${typed} read as “${shown}”`, async () => (await read(app, 'TT-3.done')) === shown);
  }
});

inOneBrowser('on a phone one button unfolds pages and tools, and the page begins high up', async (app) => {
  await app.viewport(360, 800);
  const top = await app.js('return document.querySelector(".sheet").getBoundingClientRect().top');
  assert.ok(top <= 160, `the page begins at ${top}`);
  assert.deepEqual([await isSeen(app, 'nav a'), await isSeen(app, button('export-json')), await isSeen(app, button('undo'))], [false, false, true]);
  await press(app, button('menu'));
  await app.find('[data-action="menu"][aria-expanded="true"]');
  assert.deepEqual([await isSeen(app, 'nav a'), await isSeen(app, button('export-json')), await isSeen(app, '[name="lang"]')], [true, true, true]);
  for (const theme of ['light', 'dark']) {
    await app.theme(theme);
    assert.deepEqual(await app.axe(), [], theme);
  }
  await app.click('nav a[href="#/ket-qua"]');
  await app.find('[data-action="menu"][aria-expanded="false"]');
  assert.match(await app.text(button('menu')), /Kết quả/);
  const wide = await app.js('return document.documentElement.scrollWidth - document.documentElement.clientWidth');
  assert.ok(wide <= 0, `${wide} pixels too wide`);
});

inOneBrowser('figures that were not understood are counted without covering anything', async (app) => {
  await heading(app, { unit: 'UBND xã Phú Mậu', year: 2023 });
  await app.fill('[name="TT-3.done"]', '4x');
  await app.find(button('show-invalid'));
  for (const [width, height] of [[1366, 768], [1024, 768], [768, 1024], [360, 800], [341, 600]]) {
    await app.viewport(width, height);
    const over = await app.js(`
      const box = (selector) => document.querySelector(selector).getBoundingClientRect();
      const alarm = box('.alarm');
      const seen = ['.score--index dd', '.score--rest dd', '.progress__areas', '.tools'].map(box).filter((each) => each.width > 1);
      return seen.filter((each) => each.left < alarm.right && alarm.left < each.right && each.top < alarm.bottom && alarm.top < each.bottom).length`);
    assert.equal(over, 0, `at ${width}`);
  }
});

inOneBrowser('in a low window nothing sticks over what has the focus', async (app) => {
  await heading(app, { unit: 'UBND xã Phú Mậu', year: 2023 });
  await app.viewport(320, 256);
  await app.click('[name="TC-1.done"]');
  for (let stops = 0; stops < 20; stops += 1) {
    await app.press(Key.TAB);
    const hidden = await app.js(`
      const field = document.activeElement;
      const { left, top, width, height } = field.getBoundingClientRect();
      const found = document.elementFromPoint(left + width / 2, Math.min(top + height / 2, innerHeight - 1));
      return field.contains(found) || found?.contains(field) ? '' : field.outerHTML.slice(0, 80)`);
    assert.equal(hidden, '', `after ${stops + 1} steps`);
  }
  await holds(app, 'unit', 'UBND xã Phú Mậu');
});
