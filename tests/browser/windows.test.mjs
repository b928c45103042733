// Two windows with one document: one edits, the other reads and follows; no word is lost, whoever takes over.
import assert from 'node:assert/strict';
import { eachBrowser, inOneBrowser } from './support/app.mjs';
import { button, details, enter, enterAll, gone, heading, held, holds, named, press, saved } from './support/entry.mjs';
import { sealed } from './support/seal.mjs';
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

// What each page of results holds that would change the document, and what a hand would try on it all the same.
const shownPages = [
  { path: 'ket-qua', ready: '[data-gap]', fields: ['TT-3.who', 'TT-3.by'] },
  { path: 'thu-phuong-an', ready: '[data-kept]', fields: ['plan-name'], actions: ['keep-plan', 'take-plan', 'remove-plan'] },
  { path: 'bao-cao', ready: '.paper', fields: ['difficulties', 'proposals', 'basis', 'recipients'] },
];

/** A commune with work, a plan and words of its own. */
const reported = {
  format: 'tu-cham/assessment', version: 1, app: '0.1.0',
  document: { id: '33333333-3333-4333-8333-333333333333', revision: 1, created: '2023-12-01T08:00:00+07:00', saved: '2023-12-01T08:00:00+07:00' },
  unit: { name: 'UBND xã Phú Mậu', level: 'commune', superior: '', place: '', prepared_by: '' },
  year: 2023, period: { kind: 'year', as_of: '2023-12-01' }, target_set: { id: '196-ctr-ubnd', edition: '1' },
  answers: { 'TT-3': { figures: { done: '410', total: '850' }, note: '', evidence: [] }, 'TT-4a': { figures: { done: '1', total: '2' }, note: '', evidence: [] } },
  work: { 'TT-3': { who: 'Văn phòng', by: '' } },
  plans: [{ name: 'Cũ', wanted: '', figures: { 'TT-3': { done: '500' } } }],
  narrative: { difficulties: 'Thiếu máy quét.', proposals: '' },
};

inOneBrowser('results, plans and report offer a window that only reads nothing to change, and what is forced changes nothing', { timeout: 150_000 }, async (app) => {
  await app.importFile(app.writeFile('phiếu.json', sealed(reported)));
  await press(app, button('import-new', '[data-preview]'));
  await gone(app, '[data-preview]');
  // A step that could be undone.
  await enter(app, 'TT-4a.done', '2');
  await saved(app);
  const kept = async () => {
    const { drafts } = await stored(app);
    const { document: _, digest: __, ...content } = JSON.parse(drafts.find(({ id }) => id === reported.document.id).text);
    return content;
  };
  const before = await kept();
  assert.equal(before.answers['TT-4a'].figures.done, '2');
  const { second } = await two(app);
  await app.find(readOnly);

  for (const { path, ready, fields, actions = [] } of shownPages) {
    await app.js('location.hash = arguments[0]', `#/${path}`);
    await app.find(ready);
    await app.find(`${readOnly} ${button('edit-here')}`);
    const open = await app.js(
      `const seen = (e) => e.getClientRects().length > 0;
       return [...document.querySelectorAll(arguments[0].map((name) => '[name="' + name + '"]').join())].filter((e) => seen(e) && !e.readOnly && !e.disabled).map((e) => e.name)
         .concat(arguments[1].filter((name) => [...document.querySelectorAll('[data-action="' + name + '"]')].some(seen)))`,
      fields, actions,
    );
    assert.deepEqual(open, [], `${path} offers nothing`);
    for (const step of ['undo', 'redo']) assert.equal(await app.js('return document.querySelector(arguments[0]).ariaDisabled', button(step)), 'true');
    assert.deepEqual(await app.axe(), [], path);
    // By script all the same: what the fields hold is typed over, hidden buttons are pressed, the last step is taken back.
    await app.js(
      `for (const name of arguments[0]) for (const field of document.getElementsByName(name)) {
         field.value = 'lạ';
         field.dispatchEvent(new InputEvent('input', { bubbles: true }));
         field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
         field.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
       }
       for (const name of arguments[1].concat('undo', 'redo')) document.querySelectorAll('[data-action="' + name + '"]').forEach((e) => e.click());
       window.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true }))`,
      fields, actions,
    );
  }

  // A file may be opened beside what is read, not in its place; nor does a notice take a step back.
  await app.importFile(app.writeFile('khác.json', sealed({ ...reported, unit: { ...reported.unit, name: 'UBND xã Khác' } })));
  await app.find(`[data-preview] ${button('import-new')}`);
  await gone(app, button('import-replace'));
  await gone(app, '#import-replace-outcome');
  await press(app, button('import-cancel', '[data-preview]'));
  await gone(app, '[data-preview]');
  assert.deepEqual(await kept(), before);

  // Taken over, everything is as the first window left it, and can be changed.
  await press(app, button('edit-here'));
  await gone(app, readOnly);
  await go(app, second);
  await holds(app, 'difficulties', 'Thiếu máy quét.');
  await enter(app, 'difficulties', 'Thiếu máy quét và máy in.');
  await app.js('location.hash = "#/ket-qua"');
  await holds(app, 'TT-3.who', 'Văn phòng');
  await app.js('location.hash = "#/thu-phuong-an"');
  await app.find(button('remove-plan', '[data-kept="0"]'));
  await gone(app, '[data-kept="1"]');
  await saved(app);
  assert.deepEqual(await kept(), { ...before, narrative: { ...before.narrative, difficulties: 'Thiếu máy quét và máy in.' } });
});
