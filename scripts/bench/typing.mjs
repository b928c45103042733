// Typing: from the key to the end of the frame that shows it, and the script that runs for it.
import { pause } from './chromium.mjs';
import { measured, percentile } from './statistics.mjs';

// From the event's own time to the first task after the frame: its style, layout and paint are over then.
const watch = `
  (() => {
    const times = [];
    let pressed = 0;
    let waiting;
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      times.push(performance.now() - pressed);
      waiting?.();
    };
    addEventListener('keydown', (event) => { pressed = event.timeStamp; }, true);
    addEventListener('input', () => requestAnimationFrame(() => channel.port2.postMessage(0)), true);
    window.typing = { times, reached: (count) => new Promise((resolve) => {
      waiting = () => { if (times.length >= count) resolve(true); };
      waiting();
    }) };
  })();
`;

const KEYS = ['5', '0', '4', '2'];

/** Goes to the next `.done` field, so that over the run they are spread over the whole page, and marks what it holds. */
async function goOn(tab, visit, visits) {
  await tab.js(`(() => {
    const fields = document.querySelectorAll('[name$=".done"]');
    const field = fields[Math.floor(${visit} * fields.length / ${visits}) % fields.length];
    field.focus();
    field.select();
  })()`);
}

/** Presses `count` keys, four to a figure; `after` is waited for after each key, `settle` milliseconds at each field. */
export async function type(tab, count, after, settle = 60) {
  const visits = Math.ceil(count / KEYS.length);
  for (let key = 0; key < count; key += 1) {
    if (key % KEYS.length === 0) {
      await goOn(tab, key / KEYS.length, visits);
      // Going there scrolls the page; the key must not wait for that.
      await pause(settle);
    }
    await tab.press(KEYS[key % KEYS.length]);
    await after?.(key + 1);
  }
}

async function framesOf(tab, count) {
  await tab.js('typing.times.length = 0');
  await type(tab, count, async (done) => {
    await tab.js(`typing.reached(${done})`);
    // A person's key falls anywhere between two frames.
    await pause(5 + Math.random() * 17);
  });
  return tab.js('typing.times');
}

/** Keystroke to frame on the pages `{ application, still }`, in turns: `keys` on each, all at this slow-down. */
export async function frames(open, slowDown, keys, targets) {
  const TURNS = 3;
  const taken = { application: [], still: [] };
  const tabs = {};
  for (const name of Object.keys(taken)) tabs[name] = await open(name, { slowDown, before: watch });
  for (let turn = 0; turn <= TURNS; turn += 1) {
    for (const [name, tab] of Object.entries(tabs)) {
      await tab.show();
      await tab.until('document.visibilityState === "visible"');
      // The first turn warms up: browsers compile what runs often.
      const times = await framesOf(tab, turn === 0 ? 12 : Math.ceil(keys / TURNS));
      if (turn > 0) taken[name].push(...times);
    }
  }
  for (const tab of Object.values(tabs)) await tab.close();
  const { application, still } = taken;
  const ratio = (percent) => percentile(application, percent) / percentile(still, percent);
  return [
    measured(`key → frame, ${targets} targets, ${slowDown}×`, application),
    measured('  still page of the same rows and styles', still),
    measured('  compared, p50', [ratio(50)], { unit: '×', budget: 1.1 }),
    measured('  compared, p98', [ratio(98)], { unit: '×', budget: 1.1 }),
  ];
}

const KEY_EVENTS = new Set(['keydown', 'keypress', 'keyup', 'beforeinput', 'textInput', 'input']);
const SCRIPT = new Set(['FunctionCall', 'RunMicrotasks', 'EvaluateScript']);

/** The milliseconds that script took inside each stretch: listeners and the microtasks behind them, counted once. */
function scriptOf(events, from, to) {
  let total = 0;
  let end = 0;
  for (const { ts, dur } of events) {
    if (ts < from || ts >= to) continue;
    const start = Math.max(ts, end);
    if (ts + dur > start) {
      total += ts + dur - start;
      end = ts + dur;
    }
  }
  return total / 1000;
}

/** Splits a trace of typing: script of each key, script of each save, style, layout and paint of each key. */
export function split(trace) {
  const keydowns = trace.filter(({ name, args }) => name === 'EventDispatch' && args?.data?.type === 'keydown');
  if (keydowns.length === 0) throw new Error('the trace holds no key');
  const { pid, tid } = keydowns[0];
  const own = trace.filter((event) => event.pid === pid && event.tid === tid && event.ph === 'X').sort((a, b) => a.ts - b.ts);
  const spans = own.filter(({ name, args }) => name === 'EventDispatch' && KEY_EVENTS.has(args?.data?.type));
  const script = own.filter(({ name }) => SCRIPT.has(name));
  const isOfKey = ({ ts }) => spans.some((span) => ts >= span.ts && ts <= span.ts + span.dur);
  const ofKeys = script.filter(isOfKey);
  const ofOthers = script.filter((event) => !isOfKey(event));
  const drawing = own.filter(({ name }) => ['UpdateLayoutTree', 'Layout', 'PrePaint', 'Paint', 'Layerize', 'Commit'].includes(name));
  const starts = keydowns.map(({ ts }) => ts).sort((a, b) => a - b);
  const each = (events) => starts.slice(0, -1).map((from, index) => scriptOf(events, from, starts[index + 1]));
  return { perKey: each(ofKeys), besides: each(ofOthers), drawing: each(drawing) };
}

const CATEGORIES = ['devtools.timeline', 'v8', 'v8.execute'];

/** Script of each key in the application, from the browser's own trace; nothing is added to the page. */
export async function script(open, slowDown, keys, targets, budget) {
  const tab = await open('application', { slowDown });
  const rest = () => pause(30);
  await type(tab, 24, rest);
  const trace = await tab.trace(CATEGORIES, () => type(tab, keys, rest));
  await tab.close();
  const { perKey, besides, drawing } = split(trace);
  return [
    measured(`script per key, ${targets} targets, ${slowDown}×`, perKey, { budget }),
    measured('  script between two keys besides (saving, clock)', besides),
    measured('  style, layout and paint per key', drawing),
  ];
}
