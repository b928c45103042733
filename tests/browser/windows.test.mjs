// Two windows with one document: one edits, the other reads and follows; no word is lost, whoever takes over.
import assert from 'node:assert/strict';
import { eachBrowser } from './support/app.mjs';
import { button, details, enter, enterAll, gone, heading, held, holds, named, press, saved } from './support/entry.mjs';
import { stored } from './support/storage.mjs';
import { until } from './support/wait.mjs';

/** Opens the application in a second window; gives both handles. */
async function two(app) {
  const first = await app.driver.getWindowHandle();
  await app.driver.switchTo().newWindow('window');
  await app.open();
  return { first, second: await app.driver.getWindowHandle() };
}

const readOnly = '[data-readonly="true"]';
const go = (app, handle) => app.driver.switchTo().window(handle);

eachBrowser('one window edits, the other reads and follows until it takes over', async (app) => {
  await heading(app, { unit: 'UBND xã Phú Mậu', year: 2023 });
  await enterAll(app, { 'TT-3.done': '410', 'TT-3.total': '850' });
  await saved(app);
  const { first, second } = await two(app);
  await app.find(readOnly);
  await app.find(button('edit-here'));
  assert.equal(await held(app, 'TT-3.done'), '410');
  const closed = await app.js(`return [...document.querySelectorAll('[name="TT-3.done"], [name="unit"], [name="level"], [name="TC-3.reviewed"]')]
    .map((field) => field.readOnly === true || field.disabled === true)`);
  assert.ok(closed.length >= 3 && closed.every(Boolean), String(closed));
  assert.deepEqual(await app.axe(), []);

  await go(app, first);
  await gone(app, readOnly);
  await enter(app, 'TT-4a.done', '104');
  await saved(app);
  await go(app, second);
  await holds(app, 'TT-4a.done', '104');

  await press(app, button('edit-here'));
  await gone(app, readOnly);
  await enter(app, 'TT-4a.total', '104');
  await app.rowSees('TT-4a', { points: '4.000' });
  await saved(app);
  await go(app, first);
  await app.find(readOnly);
  await holds(app, 'TT-4a.total', '104');

  // The window that edited is closed: the other needs no button.
  await go(app, second);
  await app.driver.close();
  await go(app, first);
  await gone(app, readOnly);
  await enter(app, 'TT-4b.done', '7');
  await saved(app);
  await app.reload();
  assert.deepEqual([await held(app, 'TT-4a.total'), await held(app, 'TT-4b.done')], ['104', '7']);
});

eachBrowser('a figure typed and not yet saved goes over to the window that takes over', async (app) => {
  await enterAll(app, { 'TT-3.done': '1' });
  await saved(app);
  const { first, second } = await two(app);
  await app.find(button('edit-here'));
  await go(app, first);
  // Typed in the same turn in which the other window asks.
  await app.js(`
    const field = document.querySelector('[name="TT-3.done"]');
    field.value = '12345';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }))`);
  await go(app, second);
  await press(app, button('edit-here'));
  await gone(app, readOnly);
  await holds(app, 'TT-3.done', '12345');
});

// Each window appends words to one note as fast as it may edit, and takes over whenever it may not.
const race = `
  const [name, count] = arguments;
  window.typed = 0;
  const step = () => {
    const note = document.querySelector('[name="TT-3.note"]');
    const edit = document.querySelector('[data-action="edit-here"]');
    if (edit) edit.click();
    else if (note && !note.readOnly) {
      note.value += ' ' + name + window.typed;
      note.dispatchEvent(new InputEvent('input', { bubbles: true }));
      window.typed += 1;
    }
    if (window.typed < count) setTimeout(step, (window.typed * 7) % 23);
  };
  step()`;

eachBrowser('two windows race over 500 edits and none is lost', { timeout: 180_000 }, async (app, t) => {
  await heading(app, { unit: 'UBND xã Phú Mậu', year: 2023 });
  await enter(app, 'TT-3.done', '1');
  await saved(app);
  const { first, second } = await two(app);
  for (const window of [first, second]) {
    await go(app, window);
    await details(app, 'TT-3');
  }
  await go(app, first);
  await app.js(race, 'a', 250);
  await go(app, second);
  await app.js(race, 'b', 250);
  for (const window of [first, second]) {
    await go(app, window);
    await until('250 edits typed', async () => (await app.js('return window.typed')) === 250, 120_000);
  }
  // Whoever edits now saves the last of it; the other shows the same.
  const notes = [];
  for (const window of [first, second]) {
    await go(app, window);
    await saved(app);
    notes.push(await held(app, 'TT-3.note'));
  }
  await until('both windows the same', async () => {
    const shown = [];
    for (const window of [first, second]) {
      await go(app, window);
      shown.push(await held(app, 'TT-3.note'));
    }
    return shown[0] === shown[1];
  });
  const { drafts, versions } = await stored(app);
  const words = (text) => new Set((JSON.parse(text).answers['TT-3']?.note ?? '').split(' '));
  const document = words(drafts[0].text);
  const aside = new Set(versions.flatMap(({ text }) => [...words(text)]));
  const wanted = ['a', 'b'].flatMap((name) => Array.from({ length: 250 }, (_, at) => name + at));
  assert.deepEqual(wanted.filter((word) => !document.has(word) && !aside.has(word)), []);
  t.diagnostic(`${wanted.filter((word) => !document.has(word)).length} of 500 words are in a kept version instead of the document`);
});

eachBrowser('an older version saves, stops writing and says so when a newer one appears', async (app) => {
  await enterAll(app, { 'TT-3.done': '410' });
  await app.js('new BroadcastChannel("tu-cham").postMessage(JSON.stringify({ app: "9.0.0" }))');
  await app.find(readOnly);
  assert.match(await app.text('.band'), /9\.0\.0/);
  await gone(app, button('edit-here'));
  await saved(app);
  // It stands in nobody's way: the newer one finds the document free.
  await until('no hold and no place in a line', () => app.driver.executeAsyncScript(`
    const done = arguments[arguments.length - 1];
    navigator.locks.query().then(({ held, pending }) => done(held.length + pending.length === 0))`));
  const { drafts } = await stored(app);
  assert.equal(JSON.parse(drafts[0].text).answers['TT-3'].figures.done, '410');
  // Noise on the line is no newer version.
  await app.reload();
  await app.js('for (const noise of ["", "{}", "{\\"app\\": \\"0.0.1\\"}", "{\\"want\\": 1}"]) new BroadcastChannel("tu-cham").postMessage(noise)');
  await enter(app, 'TT-3.done', '411');
  await saved(app);
  await gone(app, readOnly);
});
