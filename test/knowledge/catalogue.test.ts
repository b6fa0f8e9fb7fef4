// What the catalogue answers to names and access paths: how a call blocks, or silence.
import assert from 'node:assert/strict';
import { Catalogue } from '../../core/knowledge/catalogue.ts';
import type { Pack } from '../../core/knowledge/pack.ts';

const catalogue = new Catalogue();

/** `-`: nothing is known. `harmless`: known not to block. */
const ANSWERS = `
time.sleep                                                       sleep
builtins.open                                                    file
builtins.open().read                                             file
builtins.open().close                                            harmless
builtins.print                                                   harmless
fastapi.testclient.TestClient.post                               harmless
litestar.testing.client.sync_client.TestClient.get               harmless
builtins.input                                                   stdin
sys.stdout.write                                                 harmless
io.BytesIO().read                                                harmless
io.BytesIO.__next__                                              harmless
_io.TextIOWrapper.readline                                       file
io.TextIOWrapper.__next__                                        file
os.listdir                                                       fs-metadata
posix.stat                                                       fs-metadata
os.getcwd                                                        harmless
os.path.exists                                                   fs-metadata
posixpath.exists                                                 fs-metadata
genericpath.getsize                                              fs-metadata
os.path.join                                                     harmless
os.popen().read                                                  subprocess
pathlib.PosixPath.exists                                         fs-metadata
pathlib._local.Path.read_text                                    file
pathlib.Path().parent.mkdir                                      fs-metadata
pathlib.Path().resolve().joinpath().open                         file
pathlib.Path.with_suffix                                         harmless
shutil.rmtree                                                    file fs-metadata
shutil.which                                                     fs-metadata
json.load                                                        file
json.loads                                                       harmless
zipfile.ZipFile().extractall                                     file
subprocess.run                                                   subprocess
subprocess.Popen().wait                                          subprocess
subprocess.Popen().stdout.readline                               subprocess
subprocess.Popen.poll                                            harmless
socket.create_connection().recv                                  network
socket.getaddrinfo                                               network
socket.socket().setblocking                                      harmless
ssl.create_default_context                                       network
ssl.create_default_context().load_verify_locations               network
urllib.request.urlopen().read                                    network
http.client.HTTPSConnection().getresponse().read                 network
xmlrpc.client.ServerProxy().system.listMethods                   network
smtplib.SMTP_SSL.__init__                                        network
smtplib.SMTP_SSL().send_message                                  network
sqlite3.connect().cursor().execute().fetchall                    db
sqlite3.dbapi2.connect                                           db
threading.Thread.join                                            wait
threading._RLock.acquire                                         wait
_thread.allocate_lock().acquire                                  wait
threading.Timer().join                                           wait
queue.PriorityQueue().get                                        wait
queue.Queue.get_nowait                                           harmless
multiprocessing.Queue.get                                        wait
multiprocessing.Pool().map                                       wait
multiprocessing.get_context().Pool().starmap                     wait
concurrent.futures.ThreadPoolExecutor().submit().result          wait
concurrent.futures.thread.ThreadPoolExecutor.shutdown            wait
asyncio.run_coroutine_threadsafe().result                        wait
asyncio.create_task().result                                     harmless
asyncio.Queue.get                                                harmless
asyncio.sleep                                                    harmless
asyncio.tasks.sleep                                              harmless
importlib.import_module                                          import
hashlib.scrypt                                                   cpu
logging.getLogger().info                                         harmless
logging.FileHandler                                              file
requests.get                                                     network
requests.api.get                                                 network
requests.Session().get                                           network
requests.session().post                                          network
requests.Session().__enter__().get                               network
requests.sessions.Session.request                                network
requests_cache.CachedSession().get                               network
requests.get().json                                              harmless
httpx.get                                                        network
httpx._client.Client.post                                        network
httpx.AsyncClient().get                                          harmless
httpx.AsyncClient().stream().__aenter__().aread                  harmless
urllib3.PoolManager().request                                    network
redis.Redis().get                                                db
redis.from_url().get                                             db
redis.Redis.from_url().get                                       db
redis.client.StrictRedis.hgetall                                 db
redis.Redis().pipeline().set                                     harmless
redis.Redis().pipeline().execute                                 db
redis.Redis()                                                    -
redis.Redis._private                                             -
redis.asyncio.Redis().get                                        harmless
redis.asyncio.client.Redis.get                                   harmless
psycopg2.connect().cursor().fetchall                             db
psycopg2.extensions.cursor.execute                               db
psycopg.connect().execute                                        db
psycopg.AsyncConnection.connect                                  -
psycopg_pool.ConnectionPool().connection().__enter__             -
sqlalchemy.create_engine                                         -
sqlalchemy.create_engine().connect().execute                     db
sqlalchemy.orm.sessionmaker()().query().filter().first           db
sqlalchemy.orm.session.Session.commit                            db
sqlalchemy.orm.scoped_session().execute                          db
sqlmodel.Session().exec                                          db
sqlalchemy.ext.asyncio.AsyncSession.execute                      harmless
django.db.models.Model.objects.filter().exclude().first          db
django.db.models.manager.Manager.get                             db
django.db.models.Model.objects.aget                              -
django.db.models.query.QuerySet.filter                           harmless
pymongo.MongoClient().db.users.find_one                          db
pymongo.MongoClient()[][].insert_one                             db
pymongo.synchronous.collection.Collection.find_one               db
pymongo.AsyncMongoClient().db.users.find_one                     harmless
boto3.client                                                     file
boto3.client().put_object                                        network
boto3.Session().client().generate_presigned_url                  harmless
boto3.resource().Bucket().upload_file                            network
boto3.resource().Table                                           harmless
botocore.client.S3.get_object                                    network
google.cloud.secretmanager_v1.SecretManagerServiceClient().access_secret_version        network
google.cloud.secretmanager_v1.SecretManagerServiceAsyncClient().access_secret_version   -
google.cloud.secretmanager_v1.SecretManagerServiceClient.secret_version_path            harmless
google.cloud.storage.Client().bucket().blob().download_as_bytes  network
azure.storage.blob.BlobServiceClient.from_connection_string().get_blob_client().upload_blob   network
azure.storage.blob.aio.BlobServiceClient().list_containers       harmless
azure.identity.DefaultAzureCredential().get_token                network
kubernetes.client.CoreV1Api().list_namespaced_pod                network
docker.from_env().containers.run                                 network
openai.OpenAI                                                    -
openai.OpenAI().chat.completions.create                          network
openai.AzureOpenAI().embeddings.create                           network
openai.resources.chat.completions.completions.Completions.create        network
openai.resources.chat.completions.completions.AsyncCompletions.create   -
openai.AsyncOpenAI().chat.completions.create                     harmless
anthropic.Anthropic().messages.create                            network
anthropic.Anthropic().messages.stream().__enter__                network
langchain_openai.ChatOpenAI().invoke                             network
langchain_openai.ChatOpenAI().bind_tools().invoke                network
langchain_openai.ChatOpenAI().ainvoke                            -
langgraph.graph.StateGraph().compile().invoke                    network
litellm.completion                                               network
litellm.acompletion                                              -
qdrant_client.QdrantClient().query_points                        db
chromadb.PersistentClient().get_or_create_collection().query     db
elasticsearch.Elasticsearch().indices.create                     db
elasticsearch.AsyncElasticsearch().search                        harmless
stripe.Customer.create                                           network
stripe.Customer.create_async                                     harmless
slack_sdk.WebClient().chat_postMessage                           network
celery.result.AsyncResult().get                                  wait
paramiko.SSHClient().open_sftp().put                             network
git.Repo.clone_from                                              subprocess
yaml.safe_load                                                   file
pandas.read_csv                                                  file cpu
PIL.Image.open().convert().save                                  file
bcrypt.hashpw                                                    cpu
aiofiles.open                                                    -
anyio.Path().exists                                              harmless
unknown.thing().get                                              -
get                                                              -
`;

describe('the catalogue', () => {
  for (const line of ANSWERS.trim().split('\n')) {
    const [path = '', ...answer] = line.split(/\s+/);
    it(`${path}: ${answer.join(' ')}`, () => {
      const kinds = catalogue.blocking([path])?.kinds.join(' ');
      assert.equal(catalogue.harmless([path]) ? 'harmless' : (kinds ?? '-'), answer.join(' '));
    });
  }

  it('tells calling a class from calling what it made', () => {
    const catalogue = new Catalogue();
    assert.equal(catalogue.blocking(['zeep.Client'])?.name, 'zeep.Client');
    assert.equal(catalogue.blocking(['zeep.Client()']), undefined);
    assert.equal(catalogue.blocking(['plumbum.local[]'])?.name, 'plumbum.commands.base.BaseCommand.__call__');
  });

  it('passes on whatever name a proxy is asked for', () => {
    const catalogue = new Catalogue();
    assert.equal(catalogue.blocking(['xmlrpc.client.ServerProxy().GetStates'])?.kinds[0], 'network');
    assert.equal(catalogue.blocking(['zeep.Client().service.GetPrice'])?.kinds[0], 'network');
    assert.equal(catalogue.blocking(['boto3.resource().Table']), undefined);
  });

  it('lets the most specific name speak', () => {
    assert.equal(catalogue.harmless(['io.BytesIO.read', 'io.BufferedReader.read']), true);
    assert.equal(catalogue.blocking(['io.BytesIO.read', 'io.BufferedReader.read']), undefined);
    assert.equal(
      catalogue.blocking(['app.MySession.get', 'requests.sessions.Session.get'])?.library,
      'requests',
    );
  });

  it('gives public names', () => {
    assert.equal(catalogue.canonical('requests.sessions.Session.get'), 'requests.Session.get');
    assert.equal(catalogue.canonical('posixpath.exists'), 'os.path.exists');
    assert.equal(catalogue.canonical('app.thing'), 'app.thing');
  });

  it('states the conditions under which a call does not block', () => {
    const acquire = catalogue.blocking(['threading.Lock.acquire'])?.unless ?? [];
    assert.deepEqual(acquire[0], { param: 'blocking', position: 0, is: 'False' });
    assert.equal(catalogue.blocking(['zipfile.ZipFile'])?.unless[0]?.is, 'memory');
    assert.equal(catalogue.blocking(['queue.Queue.put'])?.unlessBuilt[0]?.param, 'maxsize');
    assert.equal(catalogue.blocking(['socket.socket.recv'])?.unlessCalled[0]?.method, 'setblocking');
    assert.deepEqual(catalogue.blocking(['json.dump'])?.argument, { position: 1, method: 'write' });
  });

  it('fills the blocking name into what replaces it', () => {
    const replacement = (name: string) => catalogue.blocking([name])?.alternatives[0]?.path;
    assert.equal(replacement('time.sleep'), 'asyncio.sleep');
    assert.equal(replacement('httpx.Client.get'), 'httpx.AsyncClient.get');
    assert.equal(replacement('litellm.completion'), 'litellm.acompletion');
    assert.equal(
      replacement('google.cloud.pubsub_v1.SubscriberClient.pull'),
      'google.cloud.pubsub_v1.SubscriberAsyncClient.pull',
    );
    assert.equal(
      replacement('azure.storage.blob.BlobClient.upload_blob'),
      'azure.storage.blob.aio.BlobClient.upload_blob',
    );
  });

  it('always ends with a way to offload', () => {
    assert.equal(catalogue.blocking(['requests.get'])?.alternatives.at(-1)?.shape, 'to-thread');
    assert.equal(catalogue.blocking(['pymupdf.Document.save'])?.alternatives.at(-1)?.shape, 'process');
  });

  it('knows how long calls may take when they are told nothing', () => {
    const usual = (...names: string[]) => catalogue.timeout(names)?.default;
    assert.equal(usual('requests.get'), 'none');
    assert.equal(usual('requests.sessions.Session.get'), 'none');
    assert.equal(usual('httpx.AsyncClient'), '5 s');
    assert.equal(usual('aiohttp.client.ClientSession.__init__'), '300 s');
    assert.equal(usual('aiohttp.ClientSession().get'), '300 s');
    assert.equal(usual('openai.AsyncOpenAI'), '600 s');
    assert.equal(usual('requests.Response.json'), undefined);
  });

  it('lets a project say how long its own client takes', () => {
    const own = { library: 'ours', timeouts: [{ calls: { ours: ['ask'] }, param: 'wait', default: 'none' }] };
    assert.equal(new Catalogue([[own]]).timeout(['ours.ask'])?.param, 'wait');
  });

  it('knows what has to be closed, and how', () => {
    assert.deepEqual(catalogue.resource(['httpx._client.AsyncClient'])?.close, ['aclose']);
    assert.equal(catalogue.resource(['aiofiles.threadpool.open'])?.isAsync, true);
    assert.equal(catalogue.resource(['requests.Session'])?.pools, true);
    assert.equal(catalogue.resource(['requests.get']), undefined);
  });

  it('knows what becomes of a function that is handed over', () => {
    const target = (...names: string[]) => catalogue.handover(names)?.to;
    assert.equal(target('asyncio.to_thread'), 'worker');
    assert.equal(target('asyncio.threads.to_thread'), 'worker');
    assert.equal(
      catalogue.handover(['asyncio.get_running_loop().run_in_executor'])?.executor?.param,
      'executor',
    );
    assert.equal(target('concurrent.futures.ProcessPoolExecutor().submit'), 'process');
    assert.equal(target('concurrent.futures.thread.ThreadPoolExecutor.submit'), 'worker');
    assert.equal(target('threading.Thread.__init__', 'threading.Thread'), 'worker');
    assert.equal(target('asyncio.get_event_loop().call_soon'), 'loop');
    assert.equal(target('asyncio.create_task().add_done_callback'), 'loop');
    assert.equal(target('anyio.to_thread.run_sync'), 'worker');
    assert.equal(catalogue.handover(['asgiref.sync.sync_to_async'])?.wraps, true);
    assert.equal(target('homeassistant.core.HomeAssistant.async_add_executor_job'), 'worker');
    assert.equal(target('requests.get'), undefined);
  });

  it('knows libraries that have had their day', () => {
    assert.equal(catalogue.superseded('motor.motor_asyncio')?.by, 'pymongo.AsyncMongoClient');
    assert.match(catalogue.superseded('aioredis')?.date ?? '', /^\d{4}-\d\d-\d\d$/);
    assert.equal(catalogue.superseded('async_timeout')?.python, '3.11');
    assert.equal(catalogue.superseded('motorcycle'), undefined);
  });

  it("lets the user's own packs have the last word", () => {
    const own: Pack = {
      library: 'ours',
      blocking: [{ calls: { 'app.db': ['*'], builtins: ['print'] }, kinds: ['db'] }],
      harmless: { requests: ['get'], 'requests.Session': ['*'] },
    };
    const ours = new Catalogue([[own]]);
    assert.deepEqual(ours.blocking(['app.db.query'])?.kinds, ['db']);
    assert.deepEqual(ours.blocking(['builtins.print'])?.kinds, ['db']);
    assert.equal(ours.harmless(['requests.get']), true);
    assert.equal(ours.harmless(['requests.Session().get']), true);
    assert.deepEqual(ours.blocking(['requests.post'])?.kinds, ['network']);
  });

  it('is quick about names that it does not know', () => {
    const names = Array.from({ length: 200_000 }, (_, i) => `project.module${String(i)}.function`);
    const start = performance.now();
    for (const name of names) catalogue.blocking([name, 'builtins.len']);
    assert.ok(performance.now() - start < 1000);
  });
});
