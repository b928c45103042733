// Makes docs/screenshot.png: the shipped file in Chromium, opened from disk, with a commune's year typed in by keys.
// The unit and its figures are made up.
import { copyFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { App } from '../tests/browser/support/app.mjs';

const screenshot = fileURLToPath(new URL('../docs/screenshot.png', import.meta.url));

const heading = { unit: 'UBND xã Mẫu', superior: 'UBND thành phố Huế', place: 'Huế', prepared_by: 'Công chức Văn phòng – Thống kê' };

const figures = {
  'TC-1.done': '6', 'TC-1.total': '6',
  'TC-2.done': '12', 'TC-2.total': '14',
  'TT-2a.done': '40', 'TT-2a.total': '50',
  'TT-2b.done': '63', 'TT-2b.total': '240',
  'TT-3.done': '410', 'TT-3.total': '850',
  'TT-4a.done': '104', 'TT-4a.total': '104',
  'TT-4b.done': '104', 'TT-4b.total': '104',
  'TT-5.done': '98', 'TT-5.total': '104', 'TT-5.excluded': '6',
};

const app = new App('chromium');
try {
  await app.start();
  await app.open();
  await app.viewport(1366, 768);
  await app.setSelect('[name="level"]', 'commune');
  await app.setSelect('[name="year"]', '2023');
  for (const [name, text] of [...Object.entries(heading), ...Object.entries(figures)]) await app.fill(`[name="${name}"]`, text);
  // Keys mean day or month first by the computer's language, so the date is put in as it is kept.
  await app.js(`const date = document.querySelector('[name="as_of"]');
    date.value = '2023-12-01';
    date.dispatchEvent(new Event('input', { bubbles: true }))`);
  await app.sees('saved', 'saved');
  // Opened anew, the page has no word of welcome above the figures; the heading folded, most of them are in view.
  await app.reload();
  await app.sees('saved', 'saved');
  await app.click('.document__summary');
  await app.js('document.activeElement.blur()');
  copyFileSync(await app.screenshot(1366, 768, 'light', 'readme'), screenshot);
  console.log(screenshot);
} finally {
  await app.close();
}
