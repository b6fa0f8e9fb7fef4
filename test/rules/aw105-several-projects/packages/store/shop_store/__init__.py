def read(path):
    with open(path) as f:
#        ---------- see AW105: calls `open`
        return f.read()
