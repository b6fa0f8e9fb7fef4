"""Says what CPython's own `ast` sees in Python files, for tools/differential.ts to compare with our parser.

Reads paths from standard input, one a line. Writes a line of JSON for each: `{"path", "facts"}`, or `{"path",
"error"}` for a file that CPython rejects. A fact is `kind start end detail`, with offsets in UTF-16 code units of the
decoded text. Runs on Python 3.9 and later.
"""

import ast
import io
import json
import multiprocessing
import sys
import tokenize
import warnings

# Before 3.12 the positions of what stands inside an f-string are not reliable: it is said to stand where the f-string does.
EXACT_FIELDS = sys.version_info >= (3, 12)

# Parts that CPython gives no position, or that our tree does not keep as nodes of their own.
SKIPPED = (
    "Load", "Store", "Del", "arguments", "arg", "comprehension", "withitem", "match_case", "FormattedValue",
    "Interpolation", "TypeVar", "ParamSpec", "TypeVarTuple",
)
LONGEST_VALUE = 200


class Offsets:
    """From line and UTF-8 column to the offset in UTF-16 code units."""

    def __init__(self, text):
        self.text = text
        self.ascii = text.isascii()
        self.units = None if self.ascii or max(text) < "\U00010000" else text.encode("utf-16-le", "surrogatepass")
        self.starts = [0]
        self.lines = []
        if self.ascii and "\r" not in text:
            lines = text.split("\n")
        else:
            lines = text.replace("\r\n", "\n\0").replace("\r", "\n").split("\n")
        at = 0
        for line in lines:
            # The second half of a CRLF was put in front of the next line, so that no offset shifts.
            skipped = 1 if line.startswith("\0") and text[at:at + 1] == "\n" else 0
            if skipped:
                line = line[1:]
                self.starts[-1] += 1
                at += 1
            self.lines.append(line)
            at += len(line) + 1
            units = len(line) if self.ascii else len(line.encode("utf-16-le", "surrogatepass")) // 2
            self.starts.append(self.starts[-1] + units + 1)

    def at(self, line, column):
        if self.ascii or column == 0:
            return self.starts[line - 1] + column
        before = self.lines[line - 1].encode("utf-8", "surrogatepass")[:column]
        return self.starts[line - 1] + len(before.decode("utf-8", "replace").encode("utf-16-le", "surrogatepass")) // 2

    def segment(self, start, end):
        if self.units is None:
            return self.text[start:end]
        return self.units[2 * start:2 * end].decode("utf-16-le", "surrogatepass")


def names(aliases):
    return ",".join(alias.name + ("=" + alias.asname if alias.asname else "") for alias in aliases)


def parameters(args):
    result = ["/" + arg.arg for arg in args.posonlyargs] + [arg.arg for arg in args.args]
    if args.vararg:
        result.append("*" + args.vararg.arg)
    result += ["-" + arg.arg for arg in args.kwonlyargs]
    if args.kwarg:
        result.append("**" + args.kwarg.arg)
    return ",".join(result)


STARS = {"TypeVar": "", "TypeVarTuple": "*", "ParamSpec": "**"}


def type_parameters(node):
    return ",".join(STARS[type(item).__name__] + item.name for item in getattr(node, "type_params", ()))


def definition(node):
    return "%s %d [%s](%s)" % (node.name, len(node.decorator_list), type_parameters(node), parameters(node.args))


def comprehension(node):
    return " ".join("%d:%d" % (clause.is_async, len(clause.ifs)) for clause in node.generators)


OPERATORS = {
    "Add": "+", "Sub": "-", "Mult": "*", "Div": "/", "FloorDiv": "//", "Mod": "%", "MatMult": "@", "Pow": "**",
    "LShift": "<<", "RShift": ">>", "BitAnd": "&", "BitOr": "|", "BitXor": "^", "And": "and", "Or": "or",
    "Eq": "==", "NotEq": "!=", "Lt": "<", "LtE": "<=", "Gt": ">", "GtE": ">=", "In": "in", "NotIn": "not in",
    "Is": "is", "IsNot": "is not", "Not": "not", "USub": "-", "UAdd": "+", "Invert": "~",
}


def operator(node):
    return OPERATORS[type(node).__name__]


def constant(node, source):
    value = node.value
    if isinstance(value, (str, bytes)):
        text = value if isinstance(value, str) else value.decode("latin-1")
        name = type(value).__name__
        if len(text) > LONGEST_VALUE // 2 and len(text.encode("utf-16-le", "surrogatepass")) // 2 > LONGEST_VALUE:
            return name
        # Which character a name means is not in our tree.
        return name + " ?" if name == "str" and "\\N{" in source else name + " " + json.dumps(text)
    return "Ellipsis" if value is ... else str(value) if value is None or isinstance(value, bool) else type(value).__name__


DETAILS = {
    "FunctionDef": definition,
    "AsyncFunctionDef": definition,
    "ClassDef": lambda node: "%s %d [%s] %d"
    % (node.name, len(node.decorator_list), type_parameters(node), len(node.bases) + len(node.keywords)),
    "Name": lambda node: node.id,
    "Attribute": lambda node: node.attr,
    "Call": lambda node: str(len(node.args) + len(node.keywords)),
    "keyword": lambda node: node.arg or "**",
    "BinOp": lambda node: operator(node.op),
    "AugAssign": lambda node: operator(node.op),
    "BoolOp": lambda node: "%s %d" % (operator(node.op), len(node.values)),
    "UnaryOp": lambda node: operator(node.op),
    "Compare": lambda node: ",".join(operator(op) for op in node.ops),
    "Lambda": lambda node: parameters(node.args),
    "List": lambda node: str(len(node.elts)),
    "Tuple": lambda node: str(len(node.elts)),
    "Set": lambda node: str(len(node.elts)),
    "Dict": lambda node: str(len(node.values)),
    "ListComp": comprehension,
    "SetComp": comprehension,
    "DictComp": comprehension,
    "GeneratorExp": comprehension,
    "Assign": lambda node: str(len(node.targets)),
    "Delete": lambda node: str(len(node.targets)),
    "TypeAlias": lambda node: "[%s]" % type_parameters(node),
    "With": lambda node: str(len(node.items)),
    "AsyncWith": lambda node: str(len(node.items)),
    "Import": lambda node: names(node.names),
    "ImportFrom": lambda node: "%s%s %s" % ("." * (node.level or 0), node.module or "", names(node.names)),
    "Global": lambda node: ",".join(node.names),
    "Nonlocal": lambda node: ",".join(node.names),
    "Try": lambda node: str(len(node.handlers)),
    "TryStar": lambda node: str(len(node.handlers)),
    "ExceptHandler": lambda node: node.name or "",
    "Match": lambda node: str(len(node.cases)),
}


def patterns(pattern):
    """The names that a pattern binds, and the expressions that it evaluates."""
    captures, values, stack = [], [], [pattern]
    while stack:
        item = stack.pop()
        kind = type(item).__name__
        if kind in ("MatchAs", "MatchStar") and item.name:
            captures.append(item.name)
        elif kind == "MatchMapping":
            if item.rest:
                captures.append(item.rest)
            values += [key for key in item.keys if isinstance(key, ast.Attribute)]
        elif kind == "MatchClass":
            values.append(item.cls)
        elif kind == "MatchValue" and isinstance(item.value, ast.Attribute):
            values.append(item.value)
        stack += [child for child in ast.iter_child_nodes(item) if isinstance(child, ast.pattern)]
    return captures, values


def facts(source, tree):
    offsets = Offsets(source)
    result = []
    # A node with the f-string it stands in, and whether it is a part that our tree passes over.
    stack = [(tree, None, False)]
    while stack:
        node, fields, transparent = stack.pop()
        kind = type(node).__name__
        if isinstance(node, ast.expr) or isinstance(node, ast.stmt) or kind in ("keyword", "ExceptHandler"):
            if not transparent and kind not in SKIPPED:
                if fields:
                    start, end = fields
                else:
                    start = offsets.at(node.lineno, node.col_offset)
                    end = offsets.at(node.end_lineno, node.end_col_offset)
                describe = DETAILS.get(kind)
                if kind == "Constant":
                    detail = constant(node, offsets.segment(start, end))
                else:
                    detail = describe(node) if describe else ""
                result.append("%s %d %d %s" % (kind, start, end, detail))
                for decorator in getattr(node, "decorator_list", ()):
                    result.append("decorator %d" % offsets.at(decorator.lineno, decorator.col_offset))
                if kind in ("JoinedStr", "TemplateStr") and not EXACT_FIELDS and not fields:
                    fields = (start, end)
        if kind == "match_case":
            captures, values = patterns(node.pattern)
            result.append("captures %s" % ",".join(sorted(captures)))
            children = values + ([node.guard] if node.guard else []) + node.body
        else:
            children = ast.iter_child_nodes(node)
        inside = kind in ("JoinedStr", "TemplateStr")
        for child in children:
            if inside and isinstance(child, ast.Constant):
                continue
            # A format specification is an f-string to CPython, and only its fields to us.
            specification = kind in ("FormattedValue", "Interpolation") and child is node.format_spec
            stack.append((child, fields, specification))
    result.sort()
    return result


def read(path):
    try:
        with open(path, "rb") as file:
            data = file.read()
        tree = ast.parse(data)
        encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
        return {"path": path, "facts": facts(data.decode(encoding), tree)}
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        return {"path": path, "error": "%s: %s" % (type(error).__name__, error)}


def main():
    paths = sys.stdin.read().splitlines()
    with multiprocessing.Pool(initializer=warnings.simplefilter, initargs=("ignore",)) as pool:
        print(json.dumps({"version": list(sys.version_info[:3]), "exactFields": EXACT_FIELDS}))
        for result in pool.imap_unordered(read, paths, 4):
            print(json.dumps(result))


if __name__ == "__main__":
    main()
