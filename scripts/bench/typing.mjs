// Typing: from the key to the end of the frame that shows it, and the script that runs for it.
import { pause } from './chromium.mjs';
import { measured, median, percentile } from './statistics.mjs';

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
const DRAWING = new Set(['UpdateLayoutTree', 'Layout', 'PrePaint', 'Paint', 'Layerize', 'Commit']);

/** Processor time of the events, in milliseconds; one inside another counts once. `events` are in order. */
function timeOf(events) {
  let total = 0;
  let end = 0;
  for (const { tts, tdur } of events) {
    if (tts + tdur <= end) continue;
    total += tts + tdur - Math.max(tts, end);
    end = tts + tdur;
  }
  return total / 1000;
}

/**
 * What a trace of typing says of each key: script that runs while the key's events are handed out, script that runs
 * besides until the next key, and style, layout and paint. Yew draws in a microtask that runs when the listener
 * returns, so it lies within the event. Layout that the browser itself makes on typing is no script.
 */
export function split(trace) {
  const isKeydown = ({ name, ph, args }) => ph === 'X' && name === 'EventDispatch' && args.data?.type === 'keydown';
  const { pid, tid } = trace.find(isKeydown) ?? {};
  if (tid === undefined) throw new Error('the trace holds no key');
  const own = trace.filter((event) => event.pid === pid && event.tid === tid && event.ph === 'X' && event.tdur !== undefined);
  own.sort((a, b) => a.ts - b.ts || b.dur - a.dur);
  const starts = own.filter(isKeydown).map(({ ts }) => ts);
  return starts.slice(0, -1).map((from, index) => {
    const until = starts[index + 1];
    const events = own.filter(({ ts }) => ts >= from && ts < until);
    const spans = events.filter(({ name, args }) => name === 'EventDispatch' && KEY_EVENTS.has(args.data?.type));
    const isOfKey = ({ ts }) => spans.some((span) => ts >= span.ts && ts < span.ts + span.dur);
    const script = events.filter(({ name }) => SCRIPT.has(name));
    return {
      key: timeOf(script.filter(isOfKey)),
      besides: timeOf(script.filter((event) => !isOfKey(event))),
      drawing: timeOf(events.filter(({ name }) => DRAWING.has(name))),
    };
  });
}

/** Rounds of keys on each build; in one, noise of the computer would fall on one build alone. */
const ROUNDS = 4;

/**
 * Script of each key on `names`, of which the first is the application and the second, if there is one, another build's,
 * from the browser's own trace; nothing is added to the page.
 */
export async function script(open, names, slowDown, keys, targets, budget) {
  const rest = () => pause(30);
  const tabs = {};
  const each = {};
  for (const name of names) {
    tabs[name] = await open(name, { slowDown });
    each[name] = [];
  }
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [name, tab] of Object.entries(tabs)) {
      await tab.show();
      // The first round warms up: browsers compile what runs often.
      if (round === 0) await type(tab, 24, rest);
      else each[name].push(...split(await tab.trace(['devtools.timeline'], () => type(tab, Math.ceil(keys / ROUNDS), rest))));
    }
  }
  for (const tab of Object.values(tabs)) await tab.close();
  const [application, other] = names;
  const of = (name, what) => each[name].map((one) => one[what]);
  const rows = (what, title, more) => [
    measured(title, of(application, what), more),
    ...(other ? [measured('  the other build', of(other, what)), measured('  compared with it', [median(of(application, what)) / median(of(other, what))], { unit: '×' })] : []),
  ];
  return [
    ...rows('key', `script per key, ${targets} targets, ${slowDown}×`, { budget }),
    ...rows('besides', '  script between two keys besides: saving, the field left'),
    ...rows('drawing', '  style, layout and paint per key'),
  ];
}
