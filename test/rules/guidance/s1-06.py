# profile: hybrid
# Guideline 42: a coroutine that runs its work in a thread. C14 settles how it asks for the loop: AW402.
import asyncio


class Jobs:
    def __init__(self, runner, jobs):
        self.runner = runner
        self.jobs = jobs

    async def settled_execute(self, job_id: str) -> None:
        job = self.jobs[job_id]
        loop = asyncio.get_event_loop()
#              ~~~~~~~~~~~~~~~~~~~~~~~~ AW402: Asks by `get_event_loop` for the loop that runs this coroutine: `get_running_loop` says what is meant
        job.result = await loop.run_in_executor(None, self.runner.run, job.topic, job.language)

    async def good_execute(self, job_id: str) -> None:
        job = self.jobs[job_id]
        loop = asyncio.get_running_loop()
        job.result = await loop.run_in_executor(None, self.runner.run, job.topic, job.language)
