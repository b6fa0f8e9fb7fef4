# profile: async-first
# Guidelines 62 to 67: all input and output is awaited. What the document forgets to await is reported (AW203), and C2
# settles how many calls may start at once: AW303.
import asyncio

import aiohttp


class Completions:
    async def create(self, messages, stream):
        await asyncio.sleep(1)
        return self.chunks(messages)

    async def chunks(self, messages):
        yield messages


class AsyncDial:
    def __init__(self):
        self.completions = Completions()

    async def __aenter__(self):
        return self

    async def __aexit__(self, *error): ...


class MCPClient:
    def __init__(self, session: aiohttp.ClientSession, url: str):
        self.session = session
        self.url = url

    async def good_call_tool(self, name, arguments):
        async with self.session.post(f"{self.url}/{name}", json=arguments) as response:
            return await response.json()


class BaseTool:
    def __init__(self, client: MCPClient):
        self.client = client

    async def good_execute(self, parameters):
        return {"content": await self._execute(parameters)}

    async def _execute(self, parameters):
        raise NotImplementedError


class Search(BaseTool):
    async def _execute(self, parameters):
        return await self.client.good_call_tool("search", parameters)


class Agent:
    def __init__(self, client: MCPClient):
        self.client = client

    async def bad_stream(self, messages, process):
        async with AsyncDial() as client:
            chunks = client.completions.create(messages, stream=True)
#                    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW203: Lacks `await` before `Completions.create`: the loop is over the coroutine
            async for chunk in chunks:
#                              ------ see AW203: used here
                process(chunk)

    async def good_stream(self, messages, process):
        async with AsyncDial() as client:
            chunks = await client.completions.create(messages, stream=True)
            async for chunk in chunks:
                process(chunk)

    async def settled_run_tools(self, calls):
        return await asyncio.gather(*[self.client.good_call_tool(call.name, call.arguments) for call in calls])
#                    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW303: `gather` starts as many at once as there are items, and each uses the network (`MCPClient.good_call_tool` → `ClientSession.post`)

    async def good_run_tools(self, calls):
        slots = asyncio.Semaphore(8)

        async def run(call):
            async with slots:
                return await self.client.good_call_tool(call.name, call.arguments)

        return await asyncio.gather(*[run(call) for call in calls])
