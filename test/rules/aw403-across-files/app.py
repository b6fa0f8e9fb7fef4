import threading

from store import export_all, import_all, load


def summarise(names):
    return [load(name) for name in names]


def schedule():
    threading.Thread(target=export_all).start()


if __name__ == "__main__":
    import_all()
