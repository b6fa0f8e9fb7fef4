# AW902 unknown-code-in-suppression
import time

# awaitwise: file-ignore[AW112]
#~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW902: Names a rule that does not exist: AW112


async def names_no_rule():
    time.sleep(1)  # awaitwise: ignore[AW1O1]
#                  ~~~~~~~~~~~~~~~~~~~~~~~~~~ AW902: Names a rule that does not exist: AW1O1; did you mean AW101?
    time.sleep(1)  # awaitwise: ignore[sleeping]
#                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW902: Names a rule that does not exist: sleeping
    time.sleep(1)  # awaitwise: ignore[AW803, blocking-slep]
#                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW902: Names a rule that does not exist: AW803
#                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW902: Names a rule that does not exist: blocking-slep; did you mean blocking-sleep?


async def names_rules():
    time.sleep(1)  # awaitwise: ignore[aw101, ]
    time.sleep(1)  # awaitwise: ignore[Blocking-Sleep] not AW999, which is for the reader


async def silences_the_complaint():
    time.sleep(1)  # awaitwise: ignore[AW101, AW112, AW902]
