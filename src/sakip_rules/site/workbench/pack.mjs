// node pack.mjs PYODIDE (FOLDER ZIP)…: compile each FOLDER with the Python of the folder PYODIDE, and zip it.
import { readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [pyodide, ...folders] = process.argv.slice(2);
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

python.runPython(`
import compileall, pathlib, py_compile, shutil, zipfile

def pack():
    mode = py_compile.PycInvalidationMode.UNCHECKED_HASH
    top = pathlib.Path("/folder")
    if not compileall.compile_dir(top, quiet=1, legacy=True, invalidation_mode=mode):
        raise SystemExit("not everything could be compiled")
    with zipfile.ZipFile("/packed.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        for file in sorted(top.rglob("*")):
            if file.is_file() and file.suffix != ".py":
                entry = zipfile.ZipInfo(str(file.relative_to(top)))  # no time: the same parts give the same bytes
                entry.compress_type = zipfile.ZIP_DEFLATED
                packed.writestr(entry, file.read_bytes())
    shutil.rmtree(top)
`);
for (let place = 0; place < folders.length; place += 2) {
  lay(folders[place], "/folder");
  python.runPython("pack()");
  writeFileSync(folders[place + 1], python.FS.readFile("/packed.zip"));
}
