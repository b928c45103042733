// Everything by keyboard alone: the way to the figures, down the figures, in and out of details and dialogs.
import assert from 'node:assert/strict';
import { Key, eachBrowser } from './support/app.mjs';
import { button, enter, focusIs, focused, gone, heading, held, holds, named, press, reach } from './support/entry.mjs';
import { until } from './support/wait.mjs';

/**
 * Why what has the focus can't be seen to have it; an empty text when it can. A radio or a file field may be drawn by its
 * label, so the ring may be the label's or that of a part of it.
 */
const hidden = (app) =>
  app.js(`
    const e = document.activeElement;
    if (e === document.body) return 'nothing has the focus';
    const name = e.outerHTML.slice(0, 90);
    const label = e.closest('label');
    const box = e.getBoundingClientRect();
    const tiny = box.width < 4 || box.height < 4 || getComputedStyle(e).opacity === '0';
    const drawn = tiny && label ? label : e;
    const seen = drawn.getBoundingClientRect();
    if (seen.height === 0) return name + ' has no size';
    if (seen.top < 0 || seen.bottom > innerHeight || seen.left < 0 || seen.right > innerWidth) return name + ' is out of the view';
    for (const y of [seen.top + 2, (seen.top + seen.bottom) / 2, seen.bottom - 2]) {
      const top = document.elementFromPoint((seen.left + seen.right) / 2, y);
      if (!top || !(drawn.contains(top) || top.contains(drawn))) return name + ' is covered by ' + top?.outerHTML.slice(0, 60);
    }
    // Chromium rings the part of a date field that has the focus, out of a page's sight.
    if (e.type === 'date') return '';
    const ringed = [e, ...(label ? [label, ...label.querySelectorAll('*')] : [])].some((part) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(part);
      return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1) || boxShadow !== 'none';
    });
    return ringed ? '' : name + ' has no ring'`);

/** The focus is in sight. A ring may take a moment of transition. */
const inSight = (app) =>
  until('the focus in sight', async () => {
    const why = await hidden(app);
    if (why) throw new Error(why);
    return true;
  }, 2_000);

/** Tabs until `what` has the focus, each stop in sight; gives the number of steps. */
async function tabTo(app, what, most, key = [Key.TAB]) {
  for (let steps = 1; steps <= most; steps += 1) {
    await app.press(...key);
    await inSight(app);
    if ((await focused(app)) === what) return steps;
  }
  throw new Error(`${what} was not reached in ${most} steps; the focus is on ${await focused(app)}`);
}

const expanded = (app, id) => app.js('return document.querySelector(arguments[0]).getAttribute("aria-expanded")', `[data-target="${id}"] [data-action="details"]`);

eachBrowser('a commune is filled by Tab and Enter alone, the focus always in sight', { timeout: 150_000 }, async (app) => {
  // Pages, languages, themes, tools, the sample, heading, filters, search: the whole way is short, and there is a shorter one.
  await tabTo(app, 'year', 26);
  await app.press('2', '0', '2', '3');
  await holds(app, 'year', '2023');
  await tabTo(app, 'TC-1.done', 12);

  // Enter goes on through figures alone; Tab passes the row's button as well.
  await app.press('0', Key.ENTER);
  await focusIs(app, 'TC-1.total');
  await inSight(app);
  await app.press('0');
  assert.ok((await tabTo(app, 'TC-1 details', 3)) >= 1);
  await app.press(Key.ENTER);
  await until('the details open', async () => (await expanded(app, 'TC-1')) === 'true');
  await tabTo(app, 'TC-1.not_applicable', 3);
  await app.press(Key.SPACE);
  await focusIs(app, 'TC-1.reason');
  await inSight(app);
  await app.press('Không được phân công');
  await app.rowSees('TC-1', { state: 'not_applicable' });
  await app.press(Key.ESCAPE);
  await focusIs(app, 'TC-1 details');
  await inSight(app);
  assert.equal(await expanded(app, 'TC-1'), 'false');
  await app.press(Key.SPACE);
  await until('the details open', async () => (await expanded(app, 'TC-1')) === 'true');
  await app.press(Key.ESCAPE);
  await until('the details closed', async () => (await expanded(app, 'TC-1')) === 'false');
  await focusIs(app, 'TC-1 details');

  await tabTo(app, 'TC-2.done', 3);
  const rest = {
    'TC-2.done': '37', 'TC-2.total': '40', 'TT-2a.done': '72', 'TT-2a.total': '96', 'TT-2b.done': '1234', 'TT-2b.total': '3850',
    'TT-3.done': '850', 'TT-3.total': '2850', 'TT-4a.done': '104', 'TT-4a.total': '104', 'TT-4b.done': '98', 'TT-4b.total': '104',
    'TT-4c.done': '103', 'TT-4c.total': '104', 'TT-5.done': '100', 'TT-5.total': '104', 'TT-5.excluded': '4',
  };
  for (const [name, text] of Object.entries(rest)) {
    await focusIs(app, name);
    await inSight(app);
    await app.press(text, Key.ENTER);
  }
  // The same table as that of the whole commune: 39,159 of 45.
  await app.sees('points', '39.159');
  await app.sees('index', '87.020');
  // After the last figure Enter stays, Shift+Enter goes back.
  assert.equal(await focused(app), 'TT-5.excluded');
  await app.driver.actions().keyDown(Key.SHIFT).sendKeys(Key.ENTER).keyUp(Key.SHIFT).perform();
  await focusIs(app, 'TT-5.total');
  await inSight(app);
});

eachBrowser('a skip link leads to the figures in one step, and every stop of the page is in sight both ways', { timeout: 150_000 }, async (app) => {
  await app.press(Key.TAB);
  await inSight(app);
  await app.press(Key.ENTER);
  await focusIs(app, 'TC-1.done');
  await tabTo(app, 'TT-5 details', 40);
  for (let step = 0; step < 50 && (await focused(app)) !== 'export-json'; step += 1) {
    await app.driver.actions().keyDown(Key.SHIFT).sendKeys(Key.TAB).keyUp(Key.SHIFT).perform();
    await inSight(app);
  }
  assert.equal(await focused(app), 'export-json');
  // Pages without a figure are entered as well.
  for (const page of ['ket-qua', 'thu-phuong-an', 'bao-cao', 'huong-dan']) {
    await app.js('location.hash = arguments[0]', `#/${page}`);
    await app.find(`.nav [href="#/${page}"][aria-current]`);
    await app.js('document.querySelector(".skip").focus()');
    await app.press(Key.ENTER);
    await until(`the focus in ${page}`, () => app.js('return document.activeElement.localName === "main"'));
    assert.equal(await app.js('return location.hash'), `#/${page}`);
  }
});

eachBrowser('dialogs keep the focus, Escape closes them and gives it back', async (app) => {
  const within = () => app.js('return document.activeElement.closest("[role=dialog], [role=alertdialog]") !== null');
  await app.importFile(app.writeFile('trống.json', JSON.stringify({ format: 'tu-cham/assessment', version: 1, year: 2023, unit: { level: 'commune' }, answers: {} })));
  await app.find('[data-preview]');
  await until('the focus in the preview', within);
  await tabTo(app, 'import-new', 3);
  await app.press(Key.ESCAPE);
  await gone(app, '[data-preview]');

  await tabTo(app, 'drafts', 20);
  await app.press(Key.ENTER);
  await until('the focus in the dialog', within);
  for (let step = 0; step < 12; step += 1) {
    await app.press(Key.TAB);
    // Past the last button the focus may go to the browser's own bar, never to the page beneath.
    const outside = await app.js('const e = document.activeElement; return e === document.body || e.closest("[role=dialog]") ? "" : e.outerHTML.slice(0, 90)');
    assert.equal(outside, '');
  }
  await app.press(Key.ESCAPE);
  await gone(app, '[role="dialog"]');
  await focusIs(app, 'drafts');
});

eachBrowser('Ctrl+Z outside a field is the page\'s undo, inside a field the field\'s own', async (app) => {
  const control = (key) => app.driver.actions().keyDown(Key.CONTROL).sendKeys(key).keyUp(Key.CONTROL).perform();
  const redo = () => app.js('return document.querySelector("[data-action=redo]").getAttribute("aria-disabled")');
  await enter(app, 'TT-3.done', '410');
  await enter(app, 'TT-3.total', '850');
  await reach(app, named('TT-3.total'));
  await app.press(Key.TAB);
  await focusIs(app, 'TT-3 details');
  await control('z');
  await holds(app, 'TT-3.total', '');
  assert.equal(await held(app, 'TT-3.done'), '410');
  await control('y');
  await holds(app, 'TT-3.total', '850');
  assert.equal(await redo(), 'true');

  await enter(app, 'TC-1.done', '6');
  await control('z');
  await until('the field\'s own undo', async () => (await held(app, 'TC-1.done')) === '');
  // Nothing was taken back by the page: there is nothing to do again, and the other figures stand.
  assert.equal(await redo(), 'true');
  assert.equal(await held(app, 'TT-3.total'), '850');
  await app.find(button('undo'));
});

eachBrowser('keys that an input method has taken do nothing here', async (app) => {
  await heading(app, { level: 'commune', year: 2023 });
  const takes = (key, selector) => app.js(
    'document.querySelector(arguments[1]).dispatchEvent(new KeyboardEvent("keydown", { key: arguments[0], keyCode: 229, bubbles: true, cancelable: true }))',
    key, selector,
  );
  await app.js('document.querySelector(\'[name="TT-3.done"]\').focus()');
  await takes('Enter', '[name="TT-3.done"]');
  await focusIs(app, 'TT-3.done');
  await press(app, button('drafts'));
  await app.find('[role="dialog"]');
  await takes('Escape', '[role="dialog"]');
  await app.find('[role="dialog"]');
  await app.press(Key.ESCAPE);
  await gone(app, '[role="dialog"]');
});
