"""Names: which scope they belong to."""


class Store:
    def read(self) -> bytes: return b""


class Cache:
    def read(self) -> bytes: return b""


counter = Store()


def closure():
    store = Store()

    def inner():
        store.read()  #> Store.read

        def innermost():
            store.read()  #> Store.read

        innermost()  #> closure.inner.innermost

    inner()  #> closure.inner
    return lambda: store.read()  #> Store.read


def nonlocal_():
    store = None

    def start():
        nonlocal store
        store = Store()

    def use():
        store.read()  #> Store.read

    start()
    use()


def global_():
    global counter, created
    counter = Cache()
    created = Store()


def reads_globals():
    counter.read()  #> Cache.read | Store.read
    created.read()  #> Store.read


def shadows():
    counter = Cache()
    counter.read()  #> Cache.read


def shadows_builtin():
    print("")  #> print
    len("")  #> builtins.len


def print(text): ...


class Body:
    store = Store()
    other = store
    values = [store for _ in range(3)]
    store.read()  #> Store.read

    def method(self):
        store  #: unknown
        self.other.read()  #> Store.read

    if counter:

        def conditional(self): ...

    else:

        def conditional(self):
            return Store()


Body().conditional()  #> Body, Body.conditional


def recursive(n):
    recursive(n - 1)  #> recursive


def defined_late():
    late()  #> late


def late(): ...


def redefined(): ...


redefined()  #> redefined


def redefined(flag=True): ...  # noqa: F811


redefined()  #> redefined


def parameter_default(store=Store()):
    store.read()  #> Store.read


def nested_class():
    class Local:
        def read(self):
            return helper()  #> nested_class.helper

    def helper(): ...

    Local().read()  #> nested_class.Local, nested_class.Local.read


def loop_variable():
    functions = []
    for store in [Store()]:
        functions.append(lambda: store.read())  #> builtins.list.append, Store.read
    functions[0]()  #> loop_variable.<lambda>
