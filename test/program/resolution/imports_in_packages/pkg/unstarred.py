"""Without `__all__` a star brings what does not begin with an underscore."""


def visible(): ...


def _hidden(): ...
