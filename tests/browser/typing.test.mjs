// Figures and text as they are typed: problems in sight, nothing lost, Vietnamese input methods undisturbed.
import assert from 'node:assert/strict';
import { Key, eachBrowser, inOneBrowser } from './support/app.mjs';
import { button, details, enter, enterAll, focusIs, focused, gone, headerSees, heading, held, holds, named, press, reach } from './support/entry.mjs';
import { until } from './support/wait.mjs';

/** The message that a field is tied to, as it is seen. */
const said = (app, name) =>
  app.js(`return document.querySelector(arguments[0]).getAttribute('aria-describedby').split(' ').map((id) => document.getElementById(id).innerText).join(' ')`, named(name));

const wrong = (app, name) => app.js('return document.querySelector(arguments[0]).getAttribute("aria-invalid")', named(name));

eachBrowser('a figure that is not understood is a problem in sight, and is not lost', async (app) => {
  await heading(app, { level: 'commune', year: 2023 });
  await enterAll(app, { 'TT-3.done': '12,5', 'TT-3.total': '1234' });
  await app.rowSees('TT-3', { state: 'invalid', points: '', value: '' });
  assert.equal(await held(app, 'TT-3.done'), '12,5');
  assert.equal(await wrong(app, 'TT-3.done'), 'true');
  assert.match(await said(app, 'TT-3.done'), /phải là số nguyên/);
  assert.match(await said(app, 'TT-3.total'), /= 1\.234/);
  await app.sees('invalid', '1');
  // It earns nothing, stays possible, and stays in the maximum.
  await headerSees(app, { index: '0.000', possible: '100.000', max: '55.000' });

  await enterAll(app, { 'TC-1.done': '7', 'TC-1.total': '6', 'TC-2.done': 'mười', 'TT-2a.done': '-5', 'TT-5.done': '100%' });
  // Done over total, words, a sign, a percentage in a count.
  await app.sees('invalid', '5');
  for (const id of ['TC-1', 'TC-2', 'TT-2a', 'TT-5']) await app.rowSees(id, { state: 'invalid' });
  assert.equal(await held(app, 'TC-2.done'), 'mười');
  await press(app, button('show-invalid'));
  await focusIs(app, 'TC-1.done');
  await enter(app, 'TC-1.done', '6');
  await app.rowSees('TC-1', { state: 'scored', points: '10.000' });
  await app.sees('invalid', '4');
  await press(app, button('show-invalid'));
  await focusIs(app, 'TC-2.done');

  await app.reload();
  assert.deepEqual([await held(app, 'TT-3.done'), await held(app, 'TC-2.done')], ['12,5', 'mười']);
  await enterAll(app, { 'TC-2.done': '', 'TT-2a.done': '', 'TT-5.done': '', 'TT-3.done': '1 000' });
  await gone(app, '[data-out="invalid"]');
  assert.match(await said(app, 'TT-3.done'), /= 1\.000/);
});

inOneBrowser('nought of nought offers “không phát sinh”, which wants a reason and gives the figures back', async (app) => {
  await heading(app, { level: 'commune', year: 2023 });
  await enterAll(app, { 'TT-2b.done': '0', 'TT-2b.total': '0' });
  await app.rowSees('TT-2b', { state: 'invalid' });
  await press(app, button('mark-na', '[data-target="TT-2b"]'));
  await focusIs(app, 'TT-2b.reason');
  await app.rowSees('TT-2b', { state: 'invalid' });
  await app.sees('invalid', '1');
  assert.equal(await wrong(app, 'TT-2b.reason'), 'true');
  await headerSees(app, { max: '55.000' });
  await app.press('   ');
  await app.rowSees('TT-2b', { state: 'invalid' });
  await enter(app, 'TT-2b.reason', 'Không phát sinh giao dịch trong kỳ');
  await app.rowSees('TT-2b', { state: 'not_applicable', points: '' });
  await headerSees(app, { max: '50.000' });
  await gone(app, '[data-out="invalid"]');
  assert.deepEqual([await held(app, 'TT-2b.done'), await held(app, 'TT-2b.total')], ['0', '0']);

  await enterAll(app, { 'TT-2b.done': '3', 'TT-2b.total': '10' });
  await app.rowSees('TT-2b', { state: 'not_applicable' });
  await press(app, named('TT-2b.not_applicable'));
  await app.rowSees('TT-2b', { state: 'scored', value: '30.000', points: '5.000' });
  await headerSees(app, { max: '55.000' });
  assert.deepEqual([await held(app, 'TT-2b.done'), await held(app, 'TT-2b.total')], ['3', '10']);
});

const phrase = 'tiếng Việt';
// UniKey and EVKey send what is typed, take it back with Backspace and send the marked letters: Telex "tieengs Vieejt".
const { BACK_SPACE } = Key;
const stream = [
  't', 'i', 'e', BACK_SPACE, 'ê', 'n', 'g', BACK_SPACE, BACK_SPACE, BACK_SPACE, 'ế', 'n', 'g', ' ',
  'V', 'i', 'e', BACK_SPACE, 'ê', BACK_SPACE, 'ệ', 't',
];

const caret = (app, name) => app.js('const e = document.querySelector(arguments[0]); return [e.selectionStart, e.selectionEnd]', named(name));

/** The field holds the phrase, the caret stands behind it. */
async function phraseStands(app, name) {
  await holds(app, name, phrase);
  assert.deepEqual(await caret(app, name), [phrase.length, phrase.length]);
}

eachBrowser('letters taken back and typed again with their marks leave exactly what was meant', async (app) => {
  await details(app, 'TT-3');
  for (const name of ['unit', 'TT-3.note', 'search']) {
    await press(app, named(name));
    for (const key of stream) await app.press(key);
    await phraseStands(app, name);
    if (name === 'search') continue;
    await app.press(Key.HOME, ...Array(5).fill(Key.ARROW_RIGHT));
    for (const key of [' ', 'V', 'i', 'e', BACK_SPACE, 'ê', 'n']) await app.press(key);
    await holds(app, name, 'tiếng Viên Việt');
    assert.deepEqual(await caret(app, name), [10, 10]);
  }
  // Without a pause between the keys, as these programs send them.
  await enter(app, 'place', '');
  await app.press(...stream);
  await phraseStands(app, 'place');
});

eachBrowser('figures typed in the middle keep the caret there', async (app) => {
  await heading(app, { level: 'commune', year: 2023 });
  await enter(app, 'TT-3.total', '1000');
  await app.press(Key.HOME, Key.ARROW_RIGHT);
  for (const key of ['.', '2', BACK_SPACE, '2', '3']) await app.press(key);
  await holds(app, 'TT-3.total', '1.23000');
  assert.deepEqual(await caret(app, 'TT-3.total'), [4, 4]);
  await app.rowSees('TT-3', { state: 'invalid' });
});

/** What an input method shows while it composes, letter by letter, and then hands over. */
async function compose(app, steps) {
  for (const text of steps) {
    await app.cdp('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  }
  await app.cdp('Input.insertText', { text: steps.at(-1) });
}

eachBrowser('a composition leaves exactly what was meant, and Enter within it does nothing', async (app) => {
  await heading(app, { level: 'commune', year: 2023 });
  await details(app, 'TT-3');
  if (app.browser === 'chromium') {
    for (const name of ['unit', 'TT-3.note']) {
      await press(app, named(name));
      await compose(app, ['t', 'ti', 'tie', 'tiê', 'tiên', 'tiêng', 'tiếng']);
      await app.cdp('Input.insertText', { text: ' ' });
      await compose(app, ['V', 'Vi', 'Vie', 'Viê', 'Việ', 'Việt']);
      await phraseStands(app, name);
    }
    await press(app, named('TT-4a.done'));
    await app.cdp('Input.imeSetComposition', { text: '10', selectionStart: 2, selectionEnd: 2 });
    await app.cdp('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 });
    assert.equal(await focused(app), 'TT-4a.done');
    await app.cdp('Input.insertText', { text: '104' });
    await holds(app, 'TT-4a.done', '104');
  }
  await reach(app, named('TT-4b.done'));
  await app.click(named('TT-4b.done'));
  for (const [key, stays] of [['Enter', 'TT-4b.done'], ['Escape', 'TT-4b.done']]) {
    await app.js(
      `document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: arguments[0], isComposing: true, bubbles: true, cancelable: true }))`,
      key,
    );
    assert.equal(await focused(app), stays);
  }
  await app.press(Key.ENTER);
  await until('the next figure', async () => (await focused(app)) === 'TT-4b.total');
});
