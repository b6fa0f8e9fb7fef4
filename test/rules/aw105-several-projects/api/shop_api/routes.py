"""One project of the workspace imports another, which it has installed from beside it."""

import shop_loose
import shop_store
import shop_twin


async def blocks_in_the_other_project():
    shop_store.read("a")
#   ~~~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `read` → `open` reads or writes a file


# Silent.


async def calls_one_of_two_projects():
    shop_twin.read("a")


async def calls_what_no_project_declares():
    shop_loose.read("a")
