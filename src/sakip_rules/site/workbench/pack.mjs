// node pack.mjs PYODIDE ENGINE OUT: compile the folder ENGINE with the Python of the folder PYODIDE, and zip it.
import { readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [pyodide, engine, out] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(join(pyodide, "pyodide.mjs")));
const python = await loadPyodide();

function lay(from, to) {
  python.FS.mkdirTree(to);
  for (const name of readdirSync(from)) {
    const file = join(from, name);
    if (statSync(file).isDirectory()) lay(file, `${to}/${name}`);
    else python.FS.writeFile(`${to}/${name}`, new Uint8Array(readFileSync(file)));
  }
}

lay(engine, "/engine");
python.runPython(`
import compileall, pathlib, py_compile, zipfile

mode = py_compile.PycInvalidationMode.UNCHECKED_HASH
if not compileall.compile_dir("/engine", quiet=1, legacy=True, invalidation_mode=mode):
    raise SystemExit("not everything could be compiled")
top = pathlib.Path("/engine")
with zipfile.ZipFile("/engine.zip", "w", zipfile.ZIP_DEFLATED) as packed:
    for file in sorted(top.rglob("*")):
        if file.is_file() and file.suffix != ".py":
            entry = zipfile.ZipInfo(str(file.relative_to(top)))  # no time: the same parts give the same bytes
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, file.read_bytes())
`);
writeFileSync(out, python.FS.readFile("/engine.zip"));
