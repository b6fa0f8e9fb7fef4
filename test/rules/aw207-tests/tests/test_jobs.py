from jobs import Job


# Silent: what stands in for something in a test.
class PlainJob(Job):
    def result(self) -> str:
        return "done"


def test_job():
    assert PlainJob().result() == "done"
