// Finds the functions of CPython's C modules behind which the GIL is given up: what CPython itself takes to wait or to last.
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { glob } from 'tinyglobby';

interface CFile {
  readonly path: string;
  readonly text: string;
}

interface CFunction {
  readonly file: CFile;
  readonly name: string;
  readonly body: string;
}

/** Helpers of the interpreter that wait for their callers. */
const SHARED = /^Python\/(?:fileutils|thread|lock|parking_lot)\.c$/;

/** Of these nobody outside of CPython's own tests knows. */
const NOT_PUBLIC =
  /test|^xx|\/clinic\/|^Modules\/(?:expat|_decimal\/libmpdec|_hacl|_ctypes\/(?:libffi|darwin))|_win|overlapped|msvcrt/;

const RELEASES =
  /\b(?:Py_BEGIN_ALLOW_THREADS|PySSL_BEGIN_ALLOW_THREADS|HASHLIB_BEGIN_ALLOW_THREADS|Py_UNBLOCK_THREADS|PyEval_SaveThread|_PyMutex_LockTimed|ENTER_(?:HASHLIB|SSL|BUFFERED|ZLIB|TCL))\b/;

/** A name with parameters, and a body up to a brace at the beginning of a line. */
const FUNCTION = /^[\w \t*]*?\b(\w+)\([^;{}#"]*\)\s*\{[^\n]*\n([\s\S]*?)\n\}/gm;
const COMMENT = /\/\*[\s\S]*?\*\//g;

/** Dotted names of the C functions in question (`posix.stat`, `_io.FileIO.read`), sorted. */
export async function scan(
  source: string,
): Promise<{ readonly scanned: number; readonly names: readonly string[] }> {
  const paths = await glob(['Modules/**/*.c', 'Objects/*.c', 'Python/*.c'], { cwd: source });
  const files: CFile[] = await Promise.all(
    paths
      .filter((path) => !NOT_PUBLIC.test(path))
      .sort()
      .map(async (path) => ({ path, text: await readC(join(source, path)) })),
  );
  const functions = files.flatMap(functionsIn);
  const waiting = waitingFunctions(functions);
  const clinic = await clinicEntries(source);
  const names = new Set<string>();
  let scanned = 0;
  for (const file of files) {
    for (const { name, implementation } of methodsIn(file, clinic)) {
      scanned += 1;
      if (waiting.has(key(file, implementation)) || waiting.has(key(file, `${implementation}_impl`)))
        names.add(name);
    }
  }
  return { scanned, names: [...names].sort() };
}

/** Without comments, apart from those that name the fields of a table. */
async function readC(path: string): Promise<string> {
  const text = await readFile(path, 'utf8');
  return text.replace(COMMENT, (comment) => (/^\/\* *tp_\w+ *\*\/$/.test(comment) ? comment : ''));
}

function functionsIn(file: CFile): CFunction[] {
  return Array.from(file.text.matchAll(FUNCTION), ([, name = '', body = '']) => ({ file, name, body }));
}

/** Functions of one folder of `Modules` (`_io`, `_sqlite`) know one another; others only those of their file. */
function room({ path }: CFile): string {
  const folder = dirname(path);
  return SHARED.test(path) ? '' : folder === 'Modules' || !folder.startsWith('Modules/') ? path : folder;
}

function key(file: CFile, name: string): string {
  return `${room(file)}:${name}`;
}

/** Those that release the GIL, and those that call them. */
function waitingFunctions(functions: readonly CFunction[]): ReadonlySet<string> {
  const waiting = new Set(
    functions.filter(({ body }) => RELEASES.test(body)).map(({ file, name }) => key(file, name)),
  );
  const calls = functions.map((each) => ({
    own: key(each.file, each.name),
    callees: Array.from(each.body.matchAll(/\b(\w+)\s*\(/g), ([, name = '']) => name).flatMap((name) => [
      key(each.file, name),
      `:${name}`,
    ]),
  }));
  for (let size = -1; size !== waiting.size;) {
    size = waiting.size;
    for (const { own, callees } of calls) if (callees.some((callee) => waiting.has(callee))) waiting.add(own);
  }
  return waiting;
}

/** Macros that Argument Clinic defines for entries of method tables: `OS_STAT_METHODDEF`. */
async function clinicEntries(source: string): Promise<ReadonlyMap<string, string>> {
  const entries = new Map<string, string>();
  for (const path of await glob(['{Modules,Objects,Python}/**/clinic/*.h'], { cwd: source })) {
    const text = await readFile(join(source, path), 'utf8');
    for (const [, macro = '', entry = ''] of text.matchAll(
      /#define (\w+_METHODDEF)\s*\\\n\s*(\{[^\n]*\})/g,
    )) {
      entries.set(macro, entry);
    }
  }
  return entries;
}

/** Fields of types that hold what Python calls by these names. */
const SLOTS: Readonly<Record<string, string>> = {
  tp_init: '__init__',
  tp_new: '__new__',
  tp_iternext: '__next__',
  tp_call: '__call__',
};

interface Method {
  readonly name: string;
  readonly implementation: string;
}

function methodsIn(file: CFile, clinic: ReadonlyMap<string, string>): Method[] {
  const methods: Method[] = [];
  const tables = new Map<string, Method[]>();
  for (const [, table = '', body = ''] of file.text.matchAll(
    /\bPyMethodDef (\w+)\[\]\s*=\s*\{([\s\S]*?)\n\s*\};/g,
  )) {
    const whole = body.replace(/\w+_METHODDEF/g, (macro) => clinic.get(macro) ?? '');
    tables.set(
      table,
      Array.from(whole.matchAll(ENTRY), ([, name = '', implementation = '']) => ({ name, implementation })),
    );
  }
  for (const { owner, table, slots } of ownersIn(file)) {
    for (const { name, implementation } of tables.get(table) ?? [])
      methods.push({ name: `${owner}.${name}`, implementation });
    for (const { name, implementation } of slots) methods.push({ name: `${owner}.${name}`, implementation });
  }
  return methods;
}

const ENTRY =
  /\{\s*"(\w+)"\s*,\s*(?:_PyCFunction_CAST\(|\(PyCFunction\)\s*(?:\(void\s*\(\*\)\(void\)\)\s*)?|\()?\s*(\w+)/g;

interface Owner {
  readonly owner: string;
  /** Its table of methods; empty when it has none. */
  readonly table: string;
  readonly slots: readonly Method[];
}

/** Modules and types, by the tables in which they name themselves. */
function ownersIn(file: CFile): Owner[] {
  return [...modulesIn(file), ...staticTypesIn(file), ...typesIn(file)];
}

function modulesIn({ text, path }: CFile): Owner[] {
  return Array.from(
    text.matchAll(/\bPyModuleDef \w+\s*=\s*\{([\s\S]*?)\n\};/g),
    ([, body = '']) => body,
  ).flatMap((body) => tablesOf(nameIn(body) ?? definedModule(text, path), body));
}

/** `static PyTypeObject Socket_Type = {…};` */
function staticTypesIn({ text }: CFile): Owner[] {
  const bodies = Array.from(
    text.matchAll(/\bPyTypeObject \w+\s*=\s*\{([\s\S]*?)\n\};/g),
    ([, body = '']) => body,
  );
  return bodies.flatMap((body) => {
    const owner = qualified(nameIn(body) ?? '');
    const slots = slotsIn(
      body,
      (slot) => new RegExp(`(\\w+)\\s*,\\s*/\\*\\s*${slot}\\b|\\.${slot}\\s*=\\s*(?:\\(\\w+\\))?(\\w+)`),
    );
    return [{ owner, table: '', slots }, ...tablesOf(owner, body)];
  });
}

/** `static PyType_Spec socket_spec = {…};`, with an array of slots. */
function typesIn({ text }: CFile): Owner[] {
  const arrays = new Map(
    Array.from(
      text.matchAll(/\bPyType_Slot (\w+)\[\]\s*=\s*\{([\s\S]*?)\n\};/g),
      ([, name = '', body = '']) => [name, body],
    ),
  );
  return Array.from(text.matchAll(/\bPyType_Spec \w+\s*=\s*\{([\s\S]*?)\};/g), ([, body = '']) => {
    const array =
      wordsOf(body)
        .map((word) => arrays.get(word))
        .find((found) => found !== undefined) ?? '';
    const table = /Py_tp_methods\s*,\s*(?:\(void \*\))?(\w+)/.exec(array)?.[1] ?? '';
    const slots = slotsIn(array, (slot) => new RegExp(`Py_${slot}\\s*,\\s*(?:\\(void \\*\\))?(\\w+)`));
    return { owner: qualified(nameIn(body) ?? ''), table, slots };
  });
}

/** Whatever a definition mentions may be its table of methods. */
function tablesOf(owner: string, body: string): Owner[] {
  return wordsOf(body).map((table) => ({ owner, table, slots: [] }));
}

function slotsIn(body: string, pattern: (slot: string) => RegExp): Method[] {
  return Object.entries(SLOTS).flatMap(([slot, name]) => {
    const [, written, assigned] = pattern(slot).exec(body) ?? [];
    const implementation = written ?? assigned;
    return implementation === undefined ? [] : [{ name, implementation }];
  });
}

function nameIn(body: string): string | undefined {
  return /"([\w.]+)"/.exec(body)?.[1];
}

function wordsOf(body: string): string[] {
  return body.match(/\w+/g) ?? [];
}

/** A type without a module in its name is a built-in one. */
function qualified(name: string): string {
  return name.includes('.') ? name : `builtins.${name}`;
}

/** `posixmodule.c` names itself by a macro; others by their file. */
function definedModule(text: string, path: string): string {
  const own = /#\s*define MODNAME "(\w+)"/g;
  const names = Array.from(text.matchAll(own), ([, name = '']) => name);
  return names.find((name) => name === 'posix') ?? names[0] ?? basename(path, '.c').replace(/module$/, '');
}
