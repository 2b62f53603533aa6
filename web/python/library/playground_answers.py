"""What a program prints, by the lines that print it, and the values of lines that somebody asks about."""

import ast
import sys

# Of one run. A loop may print more than anybody reads.
_MOST = 10_000

# The name by which a program's own lines tell their values. No program has it by chance.
_TELL = "__playground_value__"


class Answers:
    """What the lines of one run have given, told in its order.

    filename  of the program, as its frames name it
    lines     of whose expressions and assignments the values are told too
    tell      is called with (first line, last line, outer line, what, text, shape): what is "print" or "value", the
              outer line is that of the program itself which led there, through its functions, the text is what was
              printed, or the value's repr, and the shape that of a value that is a tensor or an array, as a tuple
    """

    def __init__(self, filename, lines, tell):
        self.places = Places(filename)
        self._lines = frozenset(lines)
        self._tell = tell
        self._left = _MOST
        self._place = None
        self._text = ""

    def __enter__(self):
        self._stdout = sys.stdout
        self._displayhook = sys.displayhook
        sys.stdout = _Stdout(sys.stdout, self)
        sys.displayhook = self._display
        return self

    def __exit__(self, *_):
        self._end()
        sys.stdout = self._stdout
        sys.displayhook = self._displayhook

    def asking(self, tree, namespace):
        """The program's tree with questions after the lines that are asked about."""
        if not self._lines:
            return tree
        namespace[_TELL] = self._value
        return ast.fix_missing_locations(_Asking(self._lines).visit(tree))

    def write(self, text):
        """Takes what the program is just writing."""
        place = self.places.running()
        # A print writes its end on its own.
        if place != self._place or self._text.endswith("\n"):
            self._end()
        self._place = place
        self._text += text

    def _value(self, value):
        self._end()
        if value is not None:
            try:
                self._give(*self.places.running(), "value", repr(value), _shape_of(value))
            # Of the program's own classes. It goes on as if nobody had asked.
            except Exception:
                pass
        return value

    def _display(self, value):
        # What a notebook shows of a cell's last line is its value, and it is printed.
        self._value(value)
        if value is not None:
            self._stdout.write(repr(value) + "\n")

    def _end(self):
        if self._text:
            self._give(*self._place, "print", self._text, None)
        self._place = None
        self._text = ""

    def _give(self, *answer):
        if self._left > 0:
            self._left -= 1
            self._tell(*answer)


class Places:
    """Where a program is, by its own lines."""

    def __init__(self, filename):
        self._filename = filename
        self._spans = {}

    def running(self):
        """The first and the last line of the innermost call in the program, and the line of the outermost.

        Zeros if none of its lines is running.
        """
        innermost, outer = (0, 0), 0
        frame = sys._getframe(1)
        while frame is not None:
            if frame.f_code.co_filename == self._filename:
                outer = frame.f_lineno
                if innermost == (0, 0):
                    innermost = self._span_of(frame.f_code, frame.f_lasti)
            frame = frame.f_back
        return *innermost, outer or 0

    def _span_of(self, code, at):
        if code not in self._spans:
            self._spans[code] = [span[:2] for span in code.co_positions()]
        first, last = self._spans[code][at // 2]
        return first or 0, last or first or 0


class _Stdout:
    """Standard output that is overheard."""

    def __init__(self, stream, answers):
        self._stream = stream
        self._answers = answers

    def __getattr__(self, name):
        return getattr(self._stream, name)

    def write(self, text):
        self._answers.write(text)
        return self._stream.write(text)

    def writelines(self, lines):
        for line in lines:
            self.write(line)


class _Asking(ast.NodeTransformer):
    def __init__(self, lines):
        self._lines = lines

    def visit_Expr(self, node):
        if node.end_lineno in self._lines:
            node.value = self._question(node.value)
        return node

    def visit_Assign(self, node):
        return self._with_question(node, node.targets[-1])

    def visit_AnnAssign(self, node):
        return self._with_question(node, node.target if node.value else None)

    def visit_AugAssign(self, node):
        return self._with_question(node, node.target)

    def _with_question(self, node, target):
        if node.end_lineno not in self._lines or not isinstance(target, ast.Name):
            return node
        name = ast.copy_location(ast.Name(target.id, ast.Load()), node)
        return [node, ast.copy_location(ast.Expr(self._question(name)), node)]

    def _question(self, value):
        tell = ast.copy_location(ast.Name(_TELL, ast.Load()), value)
        return ast.copy_location(ast.Call(tell, [value], []), value)


def _shape_of(value):
    shape = getattr(value, "shape", None)
    return tuple(shape) if isinstance(shape, tuple) else None
