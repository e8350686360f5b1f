// Checks the WebAssembly build: the core's digest equals the expected one, and the modules ask nothing of their host.
// Usage: node tools/check_wasm.mjs build/wasm
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2] ?? 'build/wasm';
let faults = 0;

async function load(name) {
  const module = await WebAssembly.compile(readFileSync(join(folder, name)));
  const imports = WebAssembly.Module.imports(module);
  if (imports.length > 0) {
    console.error(`${name}: imports ${imports.map((i) => `${i.module}.${i.name}`).join(', ')}; expected none`);
    faults += 1;
    return null;
  }
  const instance = await WebAssembly.instantiate(module, {});
  instance.exports._initialize?.();
  return instance.exports;
}

const probe = await load('thermidor_probe.wasm');
if (probe) {
  const half = (value) => (value >>> 0).toString(16).padStart(8, '0');
  const found = half(probe.probe_high()) + half(probe.probe_low());
  const expected = readFileSync('tests/golden/core_digest.txt', 'utf8').trim();
  console.log(`core digest in WebAssembly ${found}, expected ${expected}`);
  if (found !== expected) faults += 1;
}

if (existsSync(join(folder, 'thermidor.wasm'))) {
  const api = await load('thermidor.wasm');
  if (api) {
    const names = Object.keys(api).filter((name) => name.startsWith('thermidor_'));
    console.log(`thermidor.wasm: ${readFileSync(join(folder, 'thermidor.wasm')).length} bytes, ${names.length} functions, no imports`);
    if (names.length === 0) faults += 1;
  }
}

process.exit(faults === 0 ? 0 : 1);
