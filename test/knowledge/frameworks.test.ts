// Where frameworks run what they are given: by decorator, base class, argument and name, and by installed version.
import assert from 'node:assert/strict';
import { Frameworks, type Registration } from '../../core/knowledge/frameworks.ts';
import { satisfies } from '../../core/knowledge/versions.ts';

const unknown = new Frameworks(() => undefined);
const withVersion = (version: string) => new Frameworks(() => version);

function places(registration: Registration | undefined): string {
  return registration ? `${registration.sync} ${registration.async}` : '-';
}

describe('frameworks', () => {
  it('run decorated functions', () => {
    assert.equal(places(unknown.decorator(['fastapi.FastAPI().get'])), 'worker loop');
    assert.equal(places(unknown.decorator(['fastapi.routing.APIRouter.post'])), 'worker loop');
    assert.equal(places(unknown.decorator(['fastapi.FastAPI().on_event'])), 'loop loop');
    assert.equal(places(unknown.decorator(['flask.Flask().route'])), 'none loop');
    assert.equal(places(unknown.decorator(['sanic.Sanic().get'])), 'loop loop');
    assert.equal(places(unknown.decorator(['celery.Celery().task'])), 'process refused');
    assert.equal(places(unknown.decorator(['homeassistant.core.callback'])), 'loop loop');
    assert.equal(places(unknown.decorator(['discord.ext.commands.Bot().event'])), 'refused loop');
    assert.equal(places(unknown.decorator(['app.decorator'])), '-');
  });

  it('heed the options of a registration', () => {
    const threaded = (param: string) => (param === 'sync_to_thread' ? 'True' : undefined);
    assert.equal(places(unknown.decorator(['litestar.get'])), 'loop loop');
    assert.equal(places(unknown.decorator(['litestar.handlers.get'], threaded)), 'worker loop');
  });

  it('run methods of their classes', () => {
    const method = (base: string, name: string) => places(unknown.method([base], name));
    assert.equal(method('tornado.web.RequestHandler', 'get'), 'loop loop');
    assert.equal(method('tornado.web.RequestHandler', 'helper'), '-');
    assert.equal(method('django.views.generic.base.View', 'post'), 'worker loop');
    assert.equal(method('asyncio.protocols.DatagramProtocol', 'datagram_received'), 'loop refused');
    assert.equal(method('textual.app.App', 'on_mount'), 'loop loop');
    assert.equal(method('homeassistant.helpers.entity.Entity', 'update'), 'worker loop');
    assert.equal(method('homeassistant.helpers.entity.Entity', 'native_value'), 'loop refused');
    assert.equal(method('app_pb2_grpc.GreeterServicer', 'SayHello'), 'worker loop');
  });

  it('run functions that are arguments', () => {
    const argument = (callee: string, place: number | string) => places(unknown.argument([callee], place));
    assert.equal(argument('fastapi.Depends', 0), 'worker loop');
    assert.equal(argument('fastapi.param_functions.Depends', 'dependency'), 'worker loop');
    assert.equal(argument('starlette.background.BackgroundTasks().add_task', 0), 'worker loop');
    assert.equal(argument('fastapi.BackgroundTasks.add_task', 0), 'worker loop');
    assert.equal(argument('fastapi.BackgroundTasks.add_task', 1), '-');
    assert.equal(argument('django.urls.path', 1), 'worker loop');
    assert.equal(argument('langgraph.graph.StateGraph().add_node', 1), 'worker loop');
    assert.equal(argument('agents.Agent', 'instructions'), 'loop loop');
  });

  it('find functions by name', () => {
    assert.equal(
      places(unknown.named('homeassistant.components.demo.light', 'setup_platform')),
      'worker loop',
    );
    assert.equal(places(unknown.named('tests.test_api', 'test_get')), 'none loop');
    assert.equal(places(unknown.named('app.api', 'get')), '-');
  });

  it('go by the installed version', () => {
    const tool = ['mcp.server.fastmcp.FastMCP().tool'];
    assert.equal(places(withVersion('1.12.3').decorator(tool)), 'loop loop');
    assert.equal(places(withVersion('2.0.0').decorator(tool)), 'worker loop');
    assert.equal(withVersion('2.0.0').decorator(tool)?.pool?.size, '40');
    assert.equal(withVersion('2.0.0').decorator(tool)?.assumed, false);
    assert.equal(unknown.decorator(tool)?.assumed, true);
    assert.equal(places(withVersion('0.7.1').decorator(['agents.function_tool'])), 'loop loop');
    assert.equal(places(withVersion('0.8.0').decorator(['agents.function_tool'])), 'worker loop');
    assert.equal(places(withVersion('13.15').argument(['telegram.ext.CommandHandler'], 1)), 'worker refused');
    assert.equal(places(withVersion('20.0').argument(['telegram.ext.CommandHandler'], 1)), 'refused loop');
  });

  it('say when a registration counts only if something drives it', () => {
    const action = unknown.decorator(['burr.core.action.action']);
    assert.equal(places(action), 'loop loop');
    assert.ok(action?.drivenBy.includes('burr.core.Application.arun'));
  });
});

describe('version ranges', () => {
  it('compare number by number', () => {
    assert.ok(satisfies('1.10', '>=1.9'));
    assert.ok(satisfies('2.0.0rc1', '>=2'));
    assert.ok(satisfies('0.8', '>=0.8.0,<1'));
    assert.ok(!satisfies('2.0', '<2'));
    assert.ok(!satisfies('3', 'nonsense'));
  });
});
