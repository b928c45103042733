// What is shipped tells nothing of the computer that built it.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { test } from 'node:test';
import { stripBuildPaths } from '../scripts/build-paths.mjs';
import { dist } from './browser/support/files.mjs';

const homes = { cargo: '/home/chị Lan (2)/.cargo', rustup: '/opt/rust+up' };
const bytes = (text) => Buffer.from(text);
const stripped = (text) => stripBuildPaths(bytes(text), { cargo: bytes(homes.cargo).toString('latin1'), rustup: homes.rustup }).toString();

for (const [what, text, expected] of [
  ['the folder of a library becomes dots', `a${homes.cargo}/registry/src/index.crates.io-1949/yew-0.23.0/src/lib.rs`, /^a\.+yew-0\.23\.0\/src\/lib\.rs$/],
  ['the folder of the standard library becomes dots', `${homes.rustup}/toolchains/stable-x86/lib/rustlib/src/rust/library/core/src/fmt.rs`, /^\.+library\/core\/src\/fmt\.rs$/],
  ['every folder becomes dots', `${homes.cargo}/registry/src/a/b.rs${homes.cargo}/registry/src/c/d.rs`, /^\.+b\.rs\.+d\.rs$/],
  ['a folder that only looks like it stays', '/home/chị LanX(2)/.cargo/registry/src/a/b.rs', /^\/home\/chị LanX\(2\)\/\.cargo\/registry\/src\/a\/b\.rs$/],
  ['text without a folder stays', 'Tự chấm', /^Tự chấm$/],
]) {
  test(`${what}, and nothing moves`, () => {
    assert.match(stripped(text), expected);
    assert.equal(bytes(stripped(text)).length, bytes(text).length);
  });
}

test('no module of the build names a folder of the computer that built it', () => {
  const modules = readdirSync(dist).filter((name) => name.endsWith('.wasm'));
  assert.equal(modules.length, 2);
  for (const name of modules) {
    const text = readFileSync(`${dist}/${name}`, 'latin1');
    for (const folder of [homedir(), process.env.CARGO_HOME, process.env.RUSTUP_HOME, process.cwd()]) {
      if (folder?.length > 1) assert.ok(!text.includes(Buffer.from(folder).toString('latin1')), `${name} names ${folder}`);
    }
  }
});
