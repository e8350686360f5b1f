// Checks the WebAssembly build: the modules ask nothing of their host, the core's digest is the expected one, and the model's runs
// give the native numbers.
// Usage: node tools/check_wasm.mjs BUILD [PACK [EXPECTED]]
//   BUILD     folder with thermidor.wasm and thermidor_probe.wasm
//   PACK      a scenario written by `thermidor pack`; without it no run is made
//   EXPECTED  lines "name digest" of the two probe runs, - for none; by default tests/golden/run_digest.txt
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder = 'build/wasm', packFile, expectedFile = 'tests/golden/run_digest.txt'] = process.argv.slice(2);
const fork = { name: '1925-12', month: 1925 * 12 + 11 };
let faults = 0;

function complain(message) {
  console.error(message);
  faults += 1;
}

async function load(name) {
  const module = await WebAssembly.compile(readFileSync(join(folder, name)));
  const imports = WebAssembly.Module.imports(module);
  if (imports.length > 0) {
    complain(`${name}: imports ${imports.map((i) => `${i.module}.${i.name}`).join(', ')}; expected none`);
    return null;
  }
  const instance = await WebAssembly.instantiate(module, {});
  instance.exports._initialize?.();
  return instance.exports;
}

const half = (value) => (value >>> 0).toString(16).padStart(8, '0');

// A zero-terminated text of the module.
function textAt(api, address) {
  const bytes = new Uint8Array(api.memory.buffer, address);
  return new TextDecoder().decode(bytes.subarray(0, bytes.indexOf(0)));
}

function loadScenario(api, bytes) {
  const address = api.malloc(bytes.length);
  new Uint8Array(api.memory.buffer).set(bytes, address);
  const scenario = api.thermidor_load(address, bytes.length);
  api.free(address);
  return scenario;
}

// Plays all months; the digest at the end, or the message of the fault.
function play(api, scenario, historyUntil) {
  const run = api.thermidor_make(scenario, 7, 1000, 0, historyUntil);
  const end = api.thermidor_end(scenario);
  let digest = '';
  while (digest === '' && api.thermidor_month(run) <= end) {
    if (api.thermidor_step(run) === 0) digest = textAt(api, api.thermidor_error());
  }
  digest ||= half(api.thermidor_digest_high(run)) + half(api.thermidor_digest_low(run));
  api.thermidor_free_run(run);
  return digest;
}

function checkRuns(api) {
  const scenario = loadScenario(api, readFileSync(packFile));
  if (scenario === 0) return complain(`${packFile}: ${textAt(api, api.thermidor_error())}`);
  const expected = new Map();
  if (expectedFile !== '-') {
    for (const line of readFileSync(expectedFile, 'utf8').trim().split('\n')) expected.set(line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1));
  }
  for (const [name, historyUntil] of [['free', 0], [`history-until-${fork.name}`, fork.month]]) {
    const start = process.cpuUsage();
    const found = play(api, scenario, historyUntil);
    const time = Math.round(process.cpuUsage(start).user / 1000);
    console.log(`${name} ${found}`);
    console.error(`  ${time} ms of a core in WebAssembly`);
    if (expected.size > 0 && found !== expected.get(name)) complain(`${name}: expected ${expected.get(name)}, as in ${expectedFile}`);
  }
  api.thermidor_free_scenario(scenario);
}

const probe = await load('thermidor_probe.wasm');
if (probe) {
  const found = half(probe.probe_high()) + half(probe.probe_low());
  const expected = readFileSync('tests/golden/core_digest.txt', 'utf8').trim();
  console.error(`core digest in WebAssembly ${found}, expected ${expected}`);
  if (found !== expected) faults += 1;
}

if (existsSync(join(folder, 'thermidor.wasm'))) {
  const api = await load('thermidor.wasm');
  if (api) {
    const names = Object.keys(api).filter((name) => name.startsWith('thermidor_'));
    console.error(`thermidor.wasm: ${readFileSync(join(folder, 'thermidor.wasm')).length} bytes, ${names.length} functions, no imports`);
    if (names.length === 0) faults += 1;
    if (packFile) checkRuns(api);
  }
}

process.exit(faults === 0 ? 0 : 1);
