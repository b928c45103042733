// Takes a WebAssembly module apart and puts sections together: as much of the format as splitting one needs. What it does
// not know it refuses, so that a new compiler's module is never cut wrongly.

/** Reads numbers and lists out of bytes, from `at` on. */
export class Reader {
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  byte() {
    if (this.at >= this.bytes.length) throw new Error('the module ends too early');
    return this.bytes[this.at++];
  }

  /** An unsigned number of at most 32 bits. */
  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  }

  /** A signed number of at most 32 bits. */
  signed() {
    let value = 0;
    let shift = 0;
    for (;;) {
      const byte = this.byte();
      value |= (byte & 127) << shift;
      shift += 7;
      if (byte < 128) return shift < 32 && byte & 64 ? value | (-1 << shift) : value;
    }
  }

  /** Passes over a number of any length. */
  skip() {
    while (this.byte() > 127);
  }

  take(length) {
    if (this.at + length > this.bytes.length) throw new Error('the module ends too early');
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  text() {
    return Buffer.from(this.take(this.number())).toString('utf8');
  }

  list(read) {
    return Array.from({ length: this.number() }, () => read());
  }

  /** The bytes that `read` passes over. */
  passed(read) {
    const from = this.at;
    read();
    return this.bytes.subarray(from, this.at);
  }
}

/** The bytes of an unsigned number. */
export function number(value) {
  const bytes = [];
  for (; value > 127; value >>>= 7) bytes.push((value & 127) | 128);
  return [...bytes, value];
}

/** The bytes of a signed number. */
export function signed(value) {
  const bytes = [];
  for (;;) {
    const low = value & 127;
    value >>= 7;
    if ((value === 0 && low < 64) || (value === -1 && low > 63)) return [...bytes, low];
    bytes.push(low | 128);
  }
}

/** The bytes of a name. */
export const text = (value) => [...number(Buffer.byteLength(value)), ...Buffer.from(value)];

/** The bytes of a list of items that are bytes. */
export const list = (items) => Buffer.concat([Buffer.from(number(items.length)), ...items.map((item) => Buffer.from(item))]);

/** A section, or nothing where it would be blank. */
export const section = (id, items) => {
  if (items.length === 0) return Buffer.alloc(0);
  const content = list(items);
  return Buffer.concat([Buffer.from([id, ...number(content.length)]), content]);
};

/** A module of these sections. */
export const moduleOf = (...sections) => Buffer.concat([Buffer.from([0, 97, 115, 109, 1, 0, 0, 0]), ...sections]);

export const KINDS = ['function', 'table', 'memory', 'global'];

function limits(reader) {
  const flags = reader.byte();
  if (flags > 1) throw new Error(`limits of an unknown kind: ${flags}`);
  return { minimum: reader.number(), maximum: flags === 1 ? reader.number() : undefined };
}

const table = (reader) => ({ type: reader.byte(), ...limits(reader) });

const described = {
  function: (reader) => ({ type: reader.number() }),
  table,
  memory: limits,
  global: (reader) => ({ type: reader.byte(), mutable: reader.byte() }),
};

function kind(reader) {
  const found = KINDS[reader.byte()];
  if (!found) throw new Error('an import or export of an unknown kind');
  return found;
}

/** The one number of a constant expression. */
function constant(reader) {
  if (reader.byte() !== 0x41) throw new Error('an offset that is no constant number');
  const value = reader.signed();
  if (reader.byte() !== 0x0b) throw new Error('an offset that is more than a constant number');
  return value;
}

function element(reader) {
  const flags = reader.number();
  if (flags !== 0 && flags !== 2) throw new Error(`a list of table entries of an unknown kind: ${flags}`);
  const into = flags === 2 ? reader.number() : 0;
  const offset = constant(reader);
  if (flags === 2 && reader.byte() !== 0) throw new Error('a list of table entries that are no functions');
  return { into, offset, functions: reader.list(() => reader.number()) };
}

function data(reader) {
  const flags = reader.number();
  if (flags !== 0) throw new Error(`data of an unknown kind: ${flags}`);
  return { offset: constant(reader), bytes: reader.take(reader.number()) };
}

/** A global with its type and its value, as they stand. */
function global(reader) {
  return reader.passed(() => {
    reader.take(2);
    for (const { opcode, index } of instructions(reader)) if (opcode === 0xd2) throw new Error(`a global that holds function ${index}`);
  });
}

/** The parts of a module: lists by kind, each item read as far as splitting needs. */
export function parse(bytes) {
  const whole = new Reader(bytes, 8);
  const parts = { types: [], imports: [], functions: [], tables: [], memories: [], globals: [], exports: [], elements: [], code: [], data: [], names: new Map() };
  const readers = {
    0: (reader) => reader.text() === 'name' && names(reader, parts.names),
    1: (reader) => (parts.types = reader.list(() => type(reader))),
    2: (reader) => (parts.imports = reader.list(() => ({ from: reader.text(), name: reader.text(), ...imported(reader) }))),
    3: (reader) => (parts.functions = reader.list(() => reader.number())),
    4: (reader) => (parts.tables = reader.list(() => table(reader))),
    5: (reader) => (parts.memories = reader.list(() => limits(reader))),
    6: (reader) => (parts.globals = reader.list(() => global(reader))),
    7: (reader) => (parts.exports = reader.list(() => ({ name: reader.text(), kind: kind(reader), index: reader.number() }))),
    9: (reader) => (parts.elements = reader.list(() => element(reader))),
    10: (reader) => (parts.code = reader.list(() => reader.take(reader.number()))),
    11: (reader) => (parts.data = reader.list(() => data(reader))),
    12: () => {},
  };
  while (whole.at < bytes.length) {
    const id = whole.byte();
    const content = whole.take(whole.number());
    if (!readers[id]) throw new Error(`a section of an unknown kind: ${id}`);
    readers[id](new Reader(content));
  }
  return parts;
}

function type(reader) {
  let parameters;
  const bytes = reader.passed(() => {
    if (reader.byte() !== 0x60) throw new Error('a type that is no function');
    parameters = reader.list(() => reader.byte()).length;
    reader.list(() => reader.byte());
  });
  return { bytes, parameters };
}

function imported(reader) {
  let found;
  const description = reader.passed(() => (found = kind(reader), described[found](reader)));
  return { kind: found, description, type: found === 'function' ? new Reader(description, 1).number() : undefined };
}

function names(reader, found) {
  while (reader.at < reader.bytes.length) {
    const id = reader.byte();
    const content = new Reader(reader.take(reader.number()));
    if (id === 1) content.list(() => found.set(content.number(), content.text()));
  }
}

/**
 * The instructions of an expression, up to and with its end: `{ opcode, index, from, to }`. `index` is what is called or
 * referred to, or a constant number, or the fixed distance of a place in memory; `from` and `to` are where it stands.
 */
export function* instructions(reader) {
  for (let depth = 1; depth > 0; ) {
    let opcode = reader.byte();
    if (opcode === 0xfc) opcode = 0xfc00 + reader.number();
    const from = reader.at;
    let index;
    if (opcode === 0x0b) depth -= 1;
    else if (opcode >= 0x02 && opcode <= 0x04) {
      depth += 1;
      reader.skip();
    } else if (opcode === 0x0e) {
      reader.list(() => reader.skip());
      reader.skip();
    } else if (opcode === 0x10 || opcode === 0xd2) index = reader.number();
    else if (opcode === 0x11 || opcode === 0xfc0a || opcode === 0xfc0e) {
      reader.skip();
      reader.skip();
    } else if (opcode === 0x1c) reader.list(() => reader.byte());
    else if (opcode >= 0x28 && opcode <= 0x3e) {
      if (reader.number() > 4) throw new Error('a place in another memory');
      index = reader.number();
    } else if (opcode === 0x41) index = reader.signed();
    else if (opcode === 0x42) reader.skip();
    else if (opcode === 0x43) reader.take(4);
    else if (opcode === 0x44) reader.take(8);
    else if (takesNumber(opcode)) reader.skip();
    else if (!takesNothing(opcode)) throw new Error(`an unknown instruction: 0x${opcode.toString(16)}`);
    yield { opcode, index, from, to: reader.at };
  }
}

/** Branches, variables, tables, the size of memory, filling it, a reference to nothing. */
const takesNumber = (opcode) =>
  opcode === 0x0c || opcode === 0x0d || (opcode >= 0x20 && opcode <= 0x26) || opcode === 0x3f || opcode === 0x40 || opcode === 0xd0 ||
  opcode === 0xfc0b || (opcode >= 0xfc0f && opcode <= 0xfc11);

/** Control, arithmetic. */
const takesNothing = (opcode) =>
  opcode <= 0x01 || opcode === 0x05 || opcode === 0x0f || opcode === 0x1a || opcode === 0x1b || (opcode >= 0x45 && opcode <= 0xc4) ||
  opcode === 0xd1 || (opcode >= 0xfc00 && opcode <= 0xfc07);

/** Where the instructions of a function begin, behind its variables. */
export function behindVariables(body) {
  const reader = new Reader(body);
  reader.list(() => {
    reader.skip();
    reader.byte();
  });
  return reader;
}
