// Fields that something else than typing fills, what is said aloud of them, and keys and fingers that are not meant for them.
import assert from 'node:assert/strict';
import { eachBrowser } from './support/app.mjs';
import { button, details, enter, enterAll, heading, held, holds, named, press, saved } from './support/entry.mjs';
import { until } from './support/wait.mjs';

/** Puts a value into a field as a filler of forms does that tells nobody. */
const put = (app, name, value) => app.js('document.querySelector(arguments[0]).value = arguments[1]', named(name), value);

eachBrowser('a value that is put into a figure without an event is taken when the row is typed into or left', async (app) => {
  await heading(app);
  await put(app, 'TT-3.done', '410');
  await enter(app, 'TT-3.total', '850');
  await app.rowSees('TT-3', { points: '8.770' });
  await holds(app, 'TT-3.done', '410');

  await app.click(named('TT-4a.done'));
  await put(app, 'TT-4a.done', '104');
  await put(app, 'TT-4a.total', '104');
  await app.click(named('TT-3.done'));
  await app.rowSees('TT-4a', { points: '4.000' });
  await saved(app);
  await app.reload();
  assert.deepEqual([await held(app, 'TT-3.done'), await held(app, 'TT-4a.total')], ['410', '104']);
});

eachBrowser('a heading and a note that change without an event of typing are taken', async (app) => {
  await heading(app);
  await app.js(`
    const field = document.querySelector('[name="unit"]');
    field.value = 'UBND xã Phú Mậu';
    field.dispatchEvent(new Event('change', { bubbles: true }))`);
  await enter(app, 'superior', 'UBND huyện');
  await details(app, 'TT-3');
  await app.js(`
    const field = document.querySelector('[name="TT-3.note"]');
    field.value = 'theo báo cáo năm';
    field.dispatchEvent(new Event('change', { bubbles: true }))`);
  await enter(app, 'TT-3.done', '410');
  await saved(app);
  await app.reload();
  assert.equal(await held(app, 'unit'), 'UBND xã Phú Mậu');
  await details(app, 'TT-3');
  assert.equal(await held(app, 'TT-3.note'), 'theo báo cáo năm');
});

eachBrowser('what was read of a figure is said once, after a pause, and described at its field', async (app) => {
  await heading(app);
  await app.js(`
    window.said = [];
    new MutationObserver(() => window.said.push(document.getElementById('said').textContent))
      .observe(document.getElementById('said'), { childList: true, characterData: true, subtree: true })`);
  await enter(app, 'TT-3.done', '1234567');
  await until('it is said', () => app.js('return window.said.length > 0'));
  assert.deepEqual(await app.js('return window.said'), [await app.text('[id="TT-3.done-read"]')]);
  // Live regions besides that one would say every key.
  const live = await app.js('return [...document.querySelectorAll("[data-target] output, [data-target] [role=status]")].filter((e) => e.getAttribute("aria-live") !== "off").length');
  assert.equal(live, 0);
  assert.ok((await app.js('return document.querySelector("[name=\\"TT-3.done\\"]").getAttribute("aria-describedby")')).includes('TT-3.done-read'));
});

eachBrowser('Ctrl+S hands the file over instead of saving the page', async (app) => {
  await heading(app);
  await enterAll(app, { 'TT-3.done': '410', 'TT-3.total': '850' });
  const { text } = await app.download(() => app.js(`
    const press = new KeyboardEvent('keydown', { key: 's', ctrlKey: true, bubbles: true, cancelable: true });
    document.querySelector('[name="TT-3.total"]').dispatchEvent(press);
    if (!press.defaultPrevented) throw new Error('the browser would save the page')`));
  assert.equal(JSON.parse(text).answers['TT-3'].figures.total, '850');
});

eachBrowser('a finger that passes over a slider to scroll leaves it where it was', async (app) => {
  await heading(app);
  await enterAll(app, { 'TT-3.done': '410', 'TT-3.total': '850' });
  await app.js('location.hash = "#/thu-phuong-an"');
  const slider = named('TT-3.figure');
  await app.find(slider);
  const before = await app.js('return document.querySelector(arguments[0]).value', slider);
  await app.js(`
    const slider = document.querySelector(arguments[0]);
    const pointer = (name) => slider.dispatchEvent(new PointerEvent(name, { bubbles: true, pointerType: 'touch' }));
    pointer('pointerdown');
    slider.value = '100';
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    pointer('pointercancel')`, slider);
  await until('it is back', async () => (await app.js('return document.querySelector(arguments[0]).value', slider)) === before);
});

eachBrowser('the keys of a keyboard and of a remote turn the pages of a show, and F5 ends none', async (app) => {
  await heading(app);
  await enterAll(app, { 'TT-3.done': '410', 'TT-3.total': '850' });
  await app.js('location.hash = "#/trinh-chieu"');
  await press(app, button('show-begin'));
  const screen = () => app.js('return document.querySelector("[data-screen]").dataset.screen');
  const first = await until('the show', screen);
  const key = (name, more = {}) => app.js(`
    const press = new KeyboardEvent('keydown', { key: arguments[0], bubbles: true, cancelable: true, ...arguments[1] });
    document.body.dispatchEvent(press);
    return press.defaultPrevented`, name, more);
  for (const [on, back] of [['ArrowDown', 'ArrowUp'], [' ', 'PageUp'], ['Enter', 'ArrowLeft']]) {
    await key(on);
    await until(`${on} goes on`, async () => (await screen()) !== first);
    await key(back);
    await until(`${back} goes back`, async () => (await screen()) === first);
  }
  assert.deepEqual([await key('F5'), await key('F5', { shiftKey: true })], [true, true]);
  assert.equal(await screen(), first);
});
