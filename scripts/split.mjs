// Cuts the finished module in two by what is used: the first half holds what the first minute needs, the second all else.
//
// The second half has no memory, tables or globals of its own: it takes those of the first, with the functions that it calls
// there, from the exports of the first, which are all that it imports. Where the first half needs a function of the second
// it has a door: a function of the same type that has the second half brought if it isn't there (the import `rest need`)
// and calls the function by its place in the table. The second half puts its functions into those places when it is made.
import { Reader, behindVariables, instructions, list, moduleOf, number, parse, section, signed, text, KINDS } from './wasm.mjs';

/** A name without what another compiler or a change elsewhere gives it. */
const plain = (name) => name.replace(/\[[0-9a-f]{8,16}\]/g, '').replace(/(::|__)h[0-9a-f]{16}(?![0-9a-f])/g, '').replace(/(\.\d+|_\d+)+$/, '');

/** What the list calls a function of a module by its number. What has no name of its own goes by that under which the glue knows it. */
export function naming({ names, exports }) {
  const known = new Map(exports.filter(({ kind }) => kind === 'function').map(({ name, index }) => [index, name]));
  return (index) => plain(names.get(index) ?? known.get(index) ?? 'without a name');
}

/** What the first half exports for the second, by kind and number; a digit begins none of the glue's own names. */
const given = (kind, index) => `${KINDS.indexOf(kind)}${index.toString(36)}`;

/** `body` with the functions that it calls counted anew. */
function renumbered(body, count) {
  const reader = behindVariables(body);
  const pieces = [];
  let copied = 0;
  for (const { opcode, index, from, to } of instructions(reader)) {
    if (opcode !== 0x10) continue;
    pieces.push(body.subarray(copied, from), Buffer.from(number(count(index))));
    copied = to;
  }
  if (reader.at !== body.length) throw new Error('a function that goes on behind its end');
  return Buffer.concat([...pieces, body.subarray(copied)]);
}

/** Functions called by a body. */
function called(body) {
  const found = [];
  for (const { opcode, index } of instructions(behindVariables(body))) {
    if (opcode === 0xd2) throw new Error('a function that is referred to, not called');
    if (opcode === 0x10) found.push(index);
  }
  return found;
}

/** The module with a mark for each of its functions that tells whether it ran: the export `ran` and its number. */
export function marked(bytes) {
  const { module, imports } = opened(bytes);
  const own = module.imports.filter(({ kind }) => kind === 'global').length + module.globals.length;
  const code = module.code.map((body, at) => {
    const { at: begin } = behindVariables(body);
    return Buffer.concat([body.subarray(0, begin), Buffer.from([0x41, 1, 0x24, ...number(own + at)]), body.subarray(begin)]);
  });
  const globals = [...module.globals, ...code.map(() => [0x7f, 1, 0x41, 0, 0x0b])];
  const marks = code.map((_, at) => ({ name: `ran${imports + at}`, kind: 'global', index: own + at }));
  return built({ ...module, globals, exports: [...module.exports, ...marks, { name: 'whole', kind: 'global', index: own }], code });
}

/** A module with what is counted in it, ready to be split. */
function opened(bytes) {
  const module = parse(bytes);
  const imports = module.imports.filter(({ kind }) => kind === 'function').length;
  if (module.imports.some(({ kind }) => kind !== 'function')) throw new Error('an import that is no function');
  return { module, imports };
}

/** Bytes of a module from its parts. */
function built({ types, imports, functions, tables, memories, globals, exports, elements, code, data }) {
  const bounds = ({ minimum, maximum }) => (maximum === undefined ? [0, ...number(minimum)] : [1, ...number(minimum), ...number(maximum)]);
  const sized = (body) => Buffer.concat([Buffer.from(number(body.length)), body]);
  return moduleOf(
    section(1, types.map(({ bytes }) => bytes)),
    section(2, imports.map(({ from, name, description }) => [...text(from), ...text(name), ...description])),
    section(3, functions.map(number)),
    section(4, tables.map((table) => [table.type, ...bounds(table)])),
    section(5, memories.map(bounds)),
    section(6, globals),
    section(7, exports.map(({ name, kind, index }) => [...text(name), KINDS.indexOf(kind), ...number(index)])),
    section(9, elements.map(({ into, offset, functions }) => [...(into ? [2, ...number(into)] : [0]), 0x41, ...signed(offset), 0x0b, ...(into ? [0] : []), ...list(functions.map(number))])),
    section(10, code.map(sized)),
    section(11, data.map(({ offset, bytes }) => [0, 0x41, ...signed(offset), 0x0b, ...number(bytes.length), ...bytes])),
  );
}

/** A door takes about as much. */
const DOOR = 30;
/** What the libraries do now and then, such as looking again where two keys meet in a table, takes at most this. */
const AID = 400;

/** `listed` with what they call that is smaller than its door would be, or a small part of a library. */
function together(module, listed, imports) {
  const found = new Set(listed);
  // A set goes on over what is added on the way.
  for (const index of found) {
    for (const callee of called(module.code[index - imports])) {
      if (callee < imports) continue;
      const size = module.code[callee - imports].length;
      if (size <= DOOR || (size <= AID && !/tu_cham/.test(module.names.get(callee)))) found.add(callee);
    }
  }
  return found;
}

/**
 * What is never in the first half: the only function that reads the words that are wanted later, so that they come with it,
 * and what the first minute does without but for chance.
 */
export const LATER = ['<tu_cham::words::Later>::word', 'tu_cham::app::reduce::rarely'];

/** What build.rs puts around words that are wanted later. */
const [BEGIN, END] = [Buffer.from('\u0002later'), Buffer.from('\u0003later')];

/** The texts of words that are wanted later, as they lie in the module. */
function laterWords(data) {
  return data.flatMap(({ bytes }) => {
    const found = [];
    for (let at = bytes.indexOf(BEGIN); at >= 0; at = bytes.indexOf(BEGIN, at + 1)) found.push(bytes.subarray(at, bytes.indexOf(END, at)));
    return found;
  });
}

/** Data in two: what each of `texts` takes, and the words that are wanted later, are the second half's. */
function parted(data, texts) {
  let first = data;
  const second = [];
  for (const text of [...texts, ...laterWords(data)]) {
    const at = first.findIndex(({ bytes }) => bytes.includes(text));
    if (at < 0) throw new Error('a text for the second half that the module does not hold');
    const { offset, bytes } = first[at];
    const begin = bytes.indexOf(text);
    const end = begin + text.length;
    second.push({ offset: offset + begin, bytes: text });
    first = first.toSpliced(at, 1, { offset, bytes: bytes.subarray(0, begin) }, { offset: offset + end, bytes: bytes.subarray(end) });
  }
  return [first, second];
}

/**
 * `{ first, second }` of a module that still has its names; `early` are the names, as the list has them, of what the first
 * half shall hold, `texts` the bytes of those that only functions of the second half read.
 */
export function split(bytes, early, texts) {
  const { module, imports } = opened(bytes);
  const typeOf = (index) => (index < imports ? module.imports[index].type : module.functions[index - imports]);
  const own = Array.from({ length: module.code.length }, (_, at) => imports + at);
  const nameOf = naming(module);
  const lost = LATER.filter((name) => !own.some((index) => nameOf(index) === name));
  if (lost.length > 0) throw new Error(`the module has no ${lost}`);
  const chosen = together(module, own.filter((index) => early.has(nameOf(index)) && !LATER.includes(nameOf(index))), imports);
  const isFirst = (index) => index < imports || chosen.has(index);
  const firsts = own.filter(isFirst);
  const seconds = own.filter((index) => !isFirst(index));
  const bodyOf = (index) => module.code[index - imports];

  // The places of the second half's functions in the table, where they have one; the others that need one come behind.
  const into = module.elements[0]?.into ?? 0;
  if (module.elements.some((each) => each.into !== into)) throw new Error('functions in more than one table');
  const places = new Map();
  const fills = [];
  module.elements.forEach(({ offset, functions }) =>
    functions.forEach((index, at) => {
      if (isFirst(index)) return;
      if (!places.has(index)) places.set(index, offset + at);
      fills.push([offset + at, index]);
    }),
  );
  const wanted = new Set([...firsts.flatMap((index) => called(bodyOf(index))), ...module.exports.filter(({ kind }) => kind === 'function').map(({ index }) => index)]);
  const tables = module.tables.map((table) => ({ ...table }));
  for (const index of [...wanted].filter((index) => !isFirst(index) && !places.has(index)).sort((one, other) => one - other)) {
    places.set(index, tables[into].minimum);
    fills.push([tables[into].minimum, index]);
    tables[into].minimum += 1;
    if (tables[into].maximum !== undefined) tables[into].maximum += 1;
  }

  // The first half: imports, the one that brings the second, its functions, the doors.
  const doors = [...places.keys()].sort((one, other) => one - other);
  const inFirst = new Map(Array.from({ length: imports }, (_, index) => [index, index]));
  [...firsts, ...doors].forEach((index, at) => inFirst.set(index, imports + 1 + at));
  const needType = module.types.findIndex(({ bytes }) => Buffer.from(bytes).equals(Buffer.from([0x60, 0, 0])));
  if (needType < 0) throw new Error('no type of a function that takes and gives nothing');
  const need = { from: 'rest', name: 'need', description: [0, ...number(needType)] };
  const whole = module.globals.length;
  const door = (index) => {
    const type = typeOf(index);
    const handed = Array.from({ length: module.types[type].parameters }, (_, at) => [0x20, ...number(at)]).flat();
    const place = [0x41, ...signed(places.get(index)), 0x11, ...number(type), ...number(into)];
    return Buffer.from([0, 0x23, ...number(whole), 0x45, 0x04, 0x40, 0x10, ...number(imports), 0x0b, ...handed, ...place, 0x0b]);
  };

  // The second half: what it calls in the first, then its own.
  const calls = new Set(seconds.flatMap((index) => called(bodyOf(index))));
  const borrowed = [...calls].filter(isFirst).sort((one, other) => one - other);
  const inSecond = new Map([...borrowed, ...seconds].map((index, at) => [index, at]));
  const shared = [
    ...borrowed.map((index, at) => ({ name: given('function', at), kind: 'function', index: inFirst.get(index), description: number(typeOf(index)) })),
    ...module.tables.map((_, index) => ({ name: given('table', index), kind: 'table', index, description: [module.tables[index].type, 0, 0] })),
    ...module.memories.map((_, index) => ({ name: given('memory', index), kind: 'memory', index, description: [0, 0] })),
    ...module.globals.map((global, index) => ({ name: given('global', index), kind: 'global', index, description: [...global.subarray(0, 2)] })),
  ];
  const runs = [];
  for (const [place, index] of fills.sort(([one], [other]) => one - other)) {
    const run = runs.at(-1);
    if (run && run.offset + run.functions.length === place) run.functions.push(inSecond.get(index));
    else runs.push({ into, offset: place, functions: [inSecond.get(index)] });
  }

  const [firstData, secondData] = parted(module.data, texts);
  const first = {
    ...module,
    imports: [...module.imports, need],
    functions: [...firsts, ...doors].map(typeOf),
    tables,
    globals: [...module.globals, [0x7f, 1, 0x41, 0, 0x0b]],
    exports: [...module.exports.map((each) => (each.kind === 'function' ? { ...each, index: inFirst.get(each.index) } : each)), ...shared, { name: 'whole', kind: 'global', index: whole }],
    elements: module.elements.map((each) => ({ ...each, functions: each.functions.map((index) => inFirst.get(index)) })),
    code: [...firsts.map((index) => renumbered(bodyOf(index), (to) => inFirst.get(to))), ...doors.map(door)],
    data: firstData,
  };
  const second = {
    ...module,
    imports: shared.map(({ name, kind, description }) => ({ from: 'first', name, description: [KINDS.indexOf(kind), ...description] })),
    functions: seconds.map(typeOf),
    tables: [],
    memories: [],
    globals: [],
    exports: [],
    elements: runs,
    code: seconds.map((index) => renumbered(bodyOf(index), (to) => inSecond.get(to))),
    data: secondData,
  };
  return { first: built(first), second: built(second) };
}
