"""What a base class uses and leaves to the classes below it to have."""


class Store:
    def size(self) -> int: ...


class Mirror:
    def size(self) -> int: ...


class Agent:
    def step(self):
        self.store.size()  #> Store.size
        self.answer("a")  #> Batch.answer | Voice.answer
        self.mirror.size()  #> Mirror.size | Store.size
        self.nowhere()  #> ?


class Voice(Agent):
    def __init__(self):
        self.store = Store()
        self.mirror = Mirror()

    def answer(self, text): ...


class Batch(Agent):
    def __init__(self, store: Store):
        self.store = store
        self.mirror = Store()

    def answer(self, text): ...
