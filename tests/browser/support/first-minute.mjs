// What a user does before anything else: open the page, fill in rows, leave it, and find it as it was. All that runs then
// stands in the first half of the module; `make profile` takes its list from here, and a test holds that it is whole.
import { Key } from './app.mjs';
import { button, details, enter, enterAll, heading, named, press, saved } from './entry.mjs';

/** From an empty page to one opened again with what was saved. */
export async function firstMinute(app) {
  await app.open();
  await heading(app, { unit: 'UBND xã Phú Mậu', level: 'commune', year: 2023 });
  await heading(app, { level: 'province', year: 2024 });
  await heading(app, { level: 'commune', year: 2023 });
  await enterAll(app, {
    'TC-1.done': '6', 'TC-1.total': '6', 'TC-2.done': 'mười', 'TT-3.done': '410', 'TT-3.total': '1.850',
    'TT-2a.done': '97,5', 'TT-2b.done': '0', 'TT-2b.total': '0',
  });
  await enter(app, 'TC-2.done', '12');
  await details(app, 'TT-3');
  await enter(app, 'TT-3.note', 'Số liệu của Trung tâm phục vụ hành chính công');
  await press(app, button('details', '[data-target="TT-3"]'));
  await saved(app);
  // The text is put together at once where the page may be about to go.
  await app.js('dispatchEvent(new Event("pagehide"))');
  await app.reload();
  await enter(app, 'TT-3.done', '411');
  await app.press(Key.TAB);
  await enter(app, 'TT-3.total', '1 851');
  await app.rowSees('TT-3', { state: 'scored' });
  await app.js('document.dispatchEvent(new Event("visibilitychange"))');
  await saved(app);
  await app.find(named('TT-3.total'));
}
