jobs = {}


async def find(job_id):
#         ~~~~ AW601: Never waits: `find` could be a plain `def`, and its only call does without `await`
    return jobs.get(job_id)


async def handed_on(job_id):
    return jobs.get(job_id)
