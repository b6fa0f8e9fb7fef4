# AW314 fan-out-ignores-item
import asyncio


async def run_tool(params):
    return params


async def passes_something_else(tool_calls, params):
    return await asyncio.gather(*[run_tool(params) for tool_call in tool_calls])
#                                 ~~~~~~~~~~~~~~~~ AW314: `run_tool` is started once for each `tool_call`, and does the same every time: `tool_call` is not used


async def starts_tasks(tool_calls, params):
    async with asyncio.TaskGroup() as group:
        for tool_call in tool_calls:
            group.create_task(run_tool(params))
#                             ~~~~~~~~~~~~~~~~ AW314: `run_tool` is started once for each `tool_call`, and does the same every time: `tool_call` is not used


async def by_append(tool_calls, params):
    tasks = []
    for tool_call in tool_calls:
        tasks.append(run_tool(params))
#                    ~~~~~~~~~~~~~~~~ AW314: `run_tool` is started once for each `tool_call`, and does the same every time: `tool_call` is not used
    await asyncio.gather(*tasks)


# Silent.


async def passes_the_item(tool_calls):
    return await asyncio.gather(*[run_tool(tool_call.params) for tool_call in tool_calls])


async def says_so(tool_calls, params):
    return await asyncio.gather(*[run_tool(params) for _ in tool_calls])


async def counts(params):
    return await asyncio.gather(*[run_tool(params) for attempt in range(3)])


async def chooses_by_it(tool_calls, params):
    return await asyncio.gather(*[run_tool(params) for tool_call in tool_calls if tool_call.wanted])


async def uses_a_part(pairs):
    return await asyncio.gather(*[run_tool(params) for name, params in pairs])


async def method_of_the_item(tools):
    return await asyncio.gather(*[tool.run() for tool in tools])


async def uses_it_beside(tool_calls, params, log):
    tasks = []
    for tool_call in tool_calls:
        log(tool_call)
        tasks.append(run_tool(params))
    await asyncio.gather(*tasks)
