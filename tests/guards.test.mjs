// The guards of the code itself: whoever adds a variant and forgets to say what it means is stopped by the compiler.
// Each test changes a copy of the sources and looks at what the compiler or Clippy refuses, and where.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';

const top = new URL('..', import.meta.url).pathname;
const copied = ['Cargo.toml', 'Cargo.lock', 'src', 'crates', 'vendor', 'locales', 'sets', 'exercises', 'docs', 'examples', 'benches', 'tests/it', 'tests/golden'];

/** A copy of the sources in a folder of its own; what was built for it stays between the tests. */
const copy = mkdtempSync(join(tmpdir(), 'tu-cham-guards-'));
test.after(() => rmSync(copy, { recursive: true, force: true }));
const files = execFileSync('git', ['ls-files', '-z', ...copied], { cwd: top, encoding: 'utf8' }).split('\0').filter(Boolean);
for (const file of files) {
  mkdirSync(dirname(join(copy, file)), { recursive: true });
  cpSync(join(top, file), join(copy, file));
}

/** What `cargo` says of the copy with `from` in `file` made `to`. */
function refused(command, file, from, to) {
  const path = join(copy, file);
  const before = readFileSync(path, 'utf8');
  assert.ok(before.includes(from), `${file} has lost ${JSON.stringify(from)}`);
  writeFileSync(path, before.replace(from, () => to));
  try {
    const { status, stderr } = spawnSync('cargo', [...command, '--offline', '--message-format=short'], {
      cwd: copy,
      encoding: 'utf8',
      // What the checks before have built of other people's crates serves here too.
      env: { ...process.env, CARGO_TARGET_DIR: join(top, 'target') },
    });
    assert.notEqual(status, 0, `${file} compiles with ${to}`);
    return stderr;
  } finally {
    writeFileSync(path, before);
  }
}

const check = ['check', '--package', 'tu-cham', '--lib', '--bins'];

test('an event that does not say whether it edits the document, or whose it is, does not compile', { timeout: 600_000 }, () => {
  const said = refused(check, 'src/features/versions/event.rs', 'pub enum VersionEvent {\n', 'pub enum VersionEvent {\n    /// Forgotten.\n    Forgotten,\n');
  const places = said.match(/src\/features\/versions\/event\.rs:\d+:\d+: error\[E0004\]/g);
  assert.equal(places?.length, 2, said);
  assert.match(said, /src\/features\/versions\/update\.rs:\d+:\d+: error\[E0004\]/);
});

test('a feature whose events say neither does not compile', { timeout: 600_000 }, () => {
  const said = refused(check, 'src/shell/event.rs', '    Share(ShareEvent),\n', '    Share(ShareEvent),\n    /// Forgotten.\n    Forgotten(String),\n');
  assert.match(said, /no method named `edits_document`/);
  assert.match(said, /no method named `scope`/);
});

test('an effect that does not say whether it may leave a sample does not compile', { timeout: 600_000 }, () => {
  const said = refused(check, 'src/shell/effect.rs', 'pub enum Effect {\n', 'pub enum Effect {\n    /// Forgotten.\n    Forgotten,\n');
  assert.match(said, /src\/shell\/scope\.rs:\d+:\d+: error\[E0004\]/);
});

test('a rule that does not say how it scores does not compile', { timeout: 600_000 }, () => {
  const said = refused(check, 'crates/scoring/src/rules/mod.rs', 'pub enum Rule {\n', 'pub enum Rule {\n    /// Forgotten.\n    Forgotten,\n');
  assert.match(said, /crates\/scoring\/src\/rules\/mod\.rs:\d+:\d+: error\[E0004\]/);
});

test('a wildcard over events is refused', { timeout: 600_000 }, () => {
  const clippy = ['clippy', '--package', 'tu-cham', '--lib'];
  const file = 'src/features/versions/event.rs';
  const list = readFileSync(join(copy, file), 'utf8').match(/Self::Restored\(\.\.\) => true,\n\s*(Self::[^=]*) => false/)[1];
  const said = refused([...clippy, '--config', 'build.rustflags=["-D","warnings"]'], file, list, '_');
  assert.match(said, /wildcard match will also match any future added variants/);
});
