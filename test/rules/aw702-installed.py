# installed python: 3.12
# The Python that is installed here has it; nobody says that the project's users have it too.
import async_timeout
