/** The language server as a browser runs it: a worker without a disk, which knows the files that it was sent. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import {
  createProtocolConnection,
  PortMessageReader,
  PortMessageWriter,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver/node';
import { FilesRead, type FileRead } from '../../server/protocol.ts';

const dist = join(__dirname, '../../dist');
const ROOT = 'memfs://host/project';

/** What a worker of a browser finds around it, made of what node has; what it must not use is not there. */
const AROUND = `
const { parentPort } = require('node:worker_threads');
globalThis.self = globalThis;
globalThis.navigator = { userAgent: 'a test' };
globalThis.postMessage = (message) => parentPort.postMessage(message);
globalThis.addEventListener = (type, listener) => { if (type === 'message') self.first = listener; };
parentPort.on('message', (data) => {
  const { first } = self;
  if (first) { self.first = undefined; first({ data }); }
  else self.onmessage({ data });
});
`;
/** As a function, the bundle sees no more of node than a browser has. */
const RUN = `new Function('require', 'process', 'Buffer', 'setImmediate', bundle)();`;

describe('the language server in a browser', () => {
  let worker: Worker;
  let connection: ProtocolConnection;
  const published = new Map<string, PublishDiagnosticsParams>();

  before(async () => {
    const bundle = JSON.stringify(readFileSync(join(dist, 'server.worker.js'), 'utf8'));
    worker = new Worker(`${AROUND}\nconst bundle = ${bundle};\n${RUN}`, { eval: true });
    worker.postMessage({ stubs: readFileSync(join(dist, 'typeshed/stdlib.txt')) });
    connection = createProtocolConnection(new PortMessageReader(worker), new PortMessageWriter(worker));
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      published.set(params.uri, params);
    });
    connection.listen();
    await connection.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      capabilities: {},
      workspaceFolders: [{ uri: ROOT, name: 'project' }],
    });
    await connection.sendNotification('initialized', {});
  });
  after(async () => {
    await worker.terminate();
  });

  const send = (files: Record<string, string | null>) =>
    connection.sendNotification(
      FilesRead.method,
      Object.entries(files).map(([path, text]): FileRead => ({
        uri: `${ROOT}/${path}`,
        content: text === null ? null : new TextEncoder().encode(text),
      })),
    );
  const open = (path: string, text: string) =>
    connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: `${ROOT}/${path}`, languageId: 'python', version: 1, text },
    });
  async function reported(path: string, count: number): Promise<PublishDiagnosticsParams['diagnostics']> {
    for (const end = Date.now() + 15_000; Date.now() < end;) {
      const diagnostics = published.get(`${ROOT}/${path}`)?.diagnostics;
      if (diagnostics?.length === count) return diagnostics;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`still waiting; have ${JSON.stringify([...published.values()])}`);
  }

  it('follows calls into files that it was sent, and forgets them when they go', async () => {
    const app = 'from helper import load\n\n\nasync def main():\n    load()\n';
    const helper = 'import time\n\n\ndef load():\n    time.sleep(1)\n';
    await open('app.py', app);
    await reported('app.py', 0);
    await send({ 'app.py': app, 'helper.py': helper });
    const [found] = await reported('app.py', 1);
    assert.equal(found?.code, 'AW101');
    assert.equal(found.relatedInformation?.[1]?.location.uri, `${ROOT}/helper.py`);
    await send({ 'helper.py': helper.replace('time.sleep(1)', 'pass') });
    await reported('app.py', 0);
    await send({ 'helper.py': helper });
    await reported('app.py', 1);
    await send({ 'helper.py': null });
    await reported('app.py', 0);
  });

  it('obeys settings in a file', async () => {
    await open('one.py', 'import time\n\n\nasync def main():\n    time.sleep(1)\n');
    await reported('one.py', 1);
    await send({ 'awaitwise.toml': 'rules.AW101 = "off"\n' });
    await reported('one.py', 0);
    await send({ 'awaitwise.toml': null });
    await reported('one.py', 1);
  });
});
