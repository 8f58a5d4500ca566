// The engine in a worker: loads Python once, then gives one answer to each request, in their order.
const assets = new URL(self.name);

let bench = null;

async function bytesOf(name, told) {
  const answer = await fetch(new URL(name, assets));
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  const parts = [];
  const reader = answer.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Uint8Array(await new Blob(parts).arrayBuffer());
    parts.push(value);
    told(value.length);
  }
}

async function start() {
  const engine = bytesOf("engine.zip", (bytes) => self.postMessage({ loaded: bytes }));
  const { loadPyodide } = await import(new URL("pyodide.mjs", assets));
  const python = await loadPyodide({ indexURL: assets.href });
  self.postMessage({ stage: "engine" });
  python.unpackArchive(await engine, "zip", { extractDir: "/engine" });
  python.runPython("import sys; sys.path.insert(0, '/engine')");
  bench = python.runPython(`
from pathlib import Path
from sakip_rules.site.workbench.bench import Bench
Path("/coba").mkdir()
Bench(Path("/coba"))
`);
  self.postMessage({ stage: "ready" });
}

const started = start().catch((error) => {
  self.postMessage({ failed: String(error) });
  throw error;
});

self.onmessage = async ({ data: { number, request } }) => {
  await started;
  try {
    self.postMessage({ number, answer: JSON.parse(bench.answer(JSON.stringify(request))) });
  } catch (error) {
    self.postMessage({ number, fault: String(error) });
  }
};
