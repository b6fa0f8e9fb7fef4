from .core import Store, make


class Cycle:
    def __init__(self, store: Store):
        self.store = store

    def run(self):
        self.store.read()  #> pkg.core.Store.read
        self.store.cycle().run()  #> pkg.core.Store.cycle, Cycle.run
        make().read()  #> pkg.core.make, pkg.core.Store.read
