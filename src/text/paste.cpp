#include "text/paste.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>

#include "text/dtype_name.hpp"
#include "text/number.hpp"
#include "text/reader.hpp"

namespace playground::text {
namespace {

constexpr std::string_view kSpaces = " \t\r\n";
constexpr std::string_view kDigits = "0123456789";

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(kSpaces);
  if (first == std::string_view::npos) return text.substr(text.size());
  return text.substr(first, text.find_last_not_of(kSpaces) - first + 1);
}

// A line of a passage, of which less and less is left.
class Line {
 public:
  Line(std::string_view text, std::size_t begin) : text_(text), begin_(begin) {}

  std::string_view text() const { return text_; }
  std::string_view content() const { return trimmed(text_); }
  bool is_blank() const { return content().empty(); }
  std::size_t begin() const { return begin_; }

  /// Takes away what the content begins with, and one space after it.
  void cut_front(std::size_t length) {
    const auto indent = static_cast<std::size_t>(content().data() - text_.data());
    const std::size_t cut = indent + length;
    const bool spaced = cut < text_.size() && text_[cut] == ' ';
    begin_ += cut + (spaced ? 1 : 0);
    text_.remove_prefix(cut + (spaced ? 1 : 0));
  }

  void cut_back(std::size_t length) { text_ = text_.substr(0, length); }

 private:
  std::string_view text_;
  std::size_t begin_;
};

using Lines = std::vector<Line>;

Lines lines_of(std::string_view text) {
  Lines lines;
  for (std::size_t begin = 0; begin <= text.size();) {
    const auto end = std::min(text.find('\n', begin), text.size());
    lines.emplace_back(text.substr(begin, end - begin), begin);
    begin = end + 1;
  }
  return lines;
}

Passage passage_of(const Passage& passage, const Lines& lines) {
  Passage joined;
  for (const Line& line : lines) {
    if (&line != &lines.front()) joined.append("\n", passage.place(line.begin()));
    joined.append(passage, line.begin(), line.begin() + line.text().size());
  }
  return joined;
}

bool is_fence(const Line& line) {
  return line.content().starts_with("```") || line.content().starts_with("~~~");
}

// What is in fences, if there are any.
void keep_fenced(Lines& lines) {
  if (std::ranges::none_of(lines, is_fence)) return;
  Lines fenced;
  bool inside = false;
  for (const Line& line : lines) {
    if (is_fence(line)) {
      inside = !inside;
    } else if (inside) {
      fenced.push_back(line);
    }
  }
  if (!fenced.empty()) lines = std::move(fenced);
}

template <class Predicate>
bool all_written(const Lines& lines, Predicate predicate) {
  bool any = false;
  for (const Line& line : lines) {
    if (line.is_blank()) continue;
    any = true;
    if (!predicate(line.content())) return false;
  }
  return any;
}

// Marks that stand in front of every line: of comments, quoted mails, changes, table borders.
void cut_marks(Lines& lines) {
  constexpr std::array<std::string_view, 9> kMarks{"#>", "#", "//", "--", "%", "|", "*", ">", "+"};
  constexpr int kDeepestQuote = 8;
  for (int depth = 0; depth < kDeepestQuote; ++depth) {
    const auto* mark = std::ranges::find_if(kMarks, [&](std::string_view known) {
      return all_written(lines, [&](std::string_view line) {
        // ">>>" is a prompt, and tells what is a statement.
        return line.starts_with(known) && !(known == ">" && line.starts_with(">>>"));
      });
    });
    if (mark == kMarks.end()) return;
    for (Line& line : lines) {
      if (!line.is_blank()) line.cut_front(mark->size());
    }
  }
}

// The length of a prompt such as "In [3]:" or "[3]:", or 0.
std::size_t numbered_prompt(std::string_view line) {
  const std::size_t first = line.starts_with("In") ? 2 : line.starts_with("Out") ? 3 : 0;
  std::size_t at = line.substr(first).starts_with(' ') ? first + 1 : first;
  if (at >= line.size() || line[at] != '[') return 0;
  const auto close = line.find_first_not_of("0123456789* ", at + 1);
  if (close == std::string_view::npos || !line.substr(close).starts_with("]:")) return 0;
  return close + 2;
}

std::size_t prompt_length(std::string_view line, bool in_shell) {
  for (const std::string_view prompt : {">>>", "...:", "(Pdb)", "(Pdb++)", "ipdb>", "julia>"}) {
    if (line.starts_with(prompt)) return prompt.size();
  }
  if (in_shell && line.starts_with("...")) return 3;
  return numbered_prompt(line);
}

void cut_prompts(Lines& lines) {
  const bool in_shell = std::ranges::any_of(
      lines, [](const Line& line) { return line.content().starts_with(">>>"); });
  for (Line& line : lines) {
    if (const std::size_t length = prompt_length(line.content(), in_shell); length > 0) {
      line.cut_front(length);
    }
  }
}

// Numbers in front of all lines, each greater by one, and perhaps a sign between.
void cut_line_numbers(Lines& lines) {
  // A column of a table may count, too.
  const bool is_table = std::ranges::none_of(lines, [](const Line& line) {
    return line.text().find_first_of("([") != std::string_view::npos;
  });
  if (is_table) return;
  std::vector<std::size_t> lengths;
  std::int64_t expected = -1;
  bool has_signs = true;
  for (const Line& line : lines) {
    if (line.is_blank()) continue;
    const std::string_view content = line.content();
    const auto digits = std::min(content.find_first_not_of(kDigits), content.size());
    const auto [number, length] = number_at(content.substr(0, digits));
    if (length == 0 || !number.whole || (expected >= 0 && *number.whole != expected)) return;
    // No line has the last number that there is.
    if (*number.whole == std::numeric_limits<std::int64_t>::max()) return;
    expected = *number.whole + 1;
    const std::string_view rest = content.substr(digits);
    const std::size_t sign = trimmed(rest).find_first_of(":|)") == 0 ? 1 : 0;
    has_signs = has_signs && sign > 0;
    if (sign == 0 && !rest.empty() && rest.front() != ' ' && rest.front() != '\t') return;
    lengths.push_back(digits + (sign > 0 ? rest.find_first_not_of(kSpaces) + 1 : 0));
  }
  constexpr std::size_t kFewest = 2;
  const bool is_single = lengths.size() == 1 && expected == 2 && has_signs;  // "1: tensor(...)"
  if (lengths.size() < kFewest && !is_single) return;
  auto length = lengths.begin();
  for (Line& line : lines) {
    if (!line.is_blank()) line.cut_front(*length++);
  }
}

// Whether `//` at `at` begins a comment, and does not divide: words come behind it, or it stands
// apart.
bool is_slash_comment(std::string_view line, std::size_t at) {
  const std::string_view before = line.substr(0, at);
  const std::string_view words = trimmed(line.substr(at + 2));
  if (trimmed(before).empty() || words.empty()) return true;
  if (std::string_view(",;[{").find(trimmed(before).back()) != std::string_view::npos) return true;
  if (!is_letter(words.front())) return false;
  const auto end =
      words.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_'-");
  const bool stands_apart = before.ends_with("  ") || before.ends_with('\t');
  if (end == std::string_view::npos) return stands_apart;
  return words[end] == ' ' && (stands_apart || is_letter(words[end + 1]));
}

// Where a comment begins that is not in quotation marks, or npos.
std::size_t comment_in(std::string_view line, SlashComments slashes) {
  char quote = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '\'' || c == '"') {
      quote = c;
    } else if (c == '#') {
      return i;
    } else if (slashes == SlashComments::kCut && line.substr(i).starts_with("//") &&
               is_slash_comment(line, i)) {
      return i;
    }
  }
  return std::string_view::npos;
}

void cut_comments(Lines& lines, SlashComments slashes) {
  for (Line& line : lines) {
    const auto comment = comment_in(line.text(), slashes);
    if (comment != std::string_view::npos) line.cut_back(comment);
    if (line.text().ends_with('\\')) line.cut_back(line.text().size() - 1);
  }
}

// The ends of comments and texts of several lines, alone on theirs.
bool is_delimiter(const Line& line) {
  for (const std::string_view delimiter : {"/*", "/**", "*/", "\"\"\"", "'''", "::", "---"}) {
    if (line.content() == delimiter) return true;
  }
  return false;
}

// The length of a description that `text` begins with: a size, a dtype, a device.
std::size_t description_length(std::string_view text) {
  for (const std::string_view call :
       {"torch.Size(", "TensorShape(", "device(", "torch.device(", "dtype("}) {
    if (!text.starts_with(call)) continue;
    const auto close = text.find(')');
    return close == std::string_view::npos ? 0 : close + 1;
  }
  if (text.starts_with("<class") || text.starts_with("<NDArray") || text.starts_with("<dtype")) {
    const auto close = text.find('>');
    return close == std::string_view::npos ? 0 : close + 1;
  }
  Reader ahead(text);
  const std::string_view name = ahead.take_name();
  const std::size_t length = static_cast<std::size_t>(name.data() - text.data()) + name.size();
  for (const std::string_view known : {"cpu", "cuda", "mps"}) {
    if (name == known) {
      const auto end = text.find_first_not_of(":0123456789", length);
      return std::min(end, text.size());
    }
  }
  // "long" and "short" are words, too.
  const bool is_specific = name.find_first_of(".0123456789") != std::string_view::npos;
  const bool is_dtype = is_specific && is_dtype_next(Reader(text));
  return is_dtype && !text.substr(length).starts_with('(') ? length : 0;
}

// The length of a tuple such as "(2, 3)" that `text` begins with, if it is the shape.
std::size_t size_length(std::string_view text, const tensor::Shape& shape) {
  if (!text.starts_with('(')) return 0;
  const auto close = text.find(')');
  if (close == std::string_view::npos) return 0;
  std::string_view numbers = text.substr(1, close - 1);
  std::size_t dim = 0;
  while (!trimmed(numbers).empty()) {
    const std::string_view digits = trimmed(numbers.substr(0, numbers.find(',')));
    const auto [number, length] = number_at(digits);
    if (length != digits.size() || dim == shape.rank() || number.whole != shape[dim]) return 0;
    ++dim;
    numbers.remove_prefix(std::min(numbers.find(','), numbers.size() - 1) + 1);
  }
  return dim == shape.rank() ? close + 1 : 0;
}

// "dtype: float32", "shape: [2,2]", "x.shape: torch.Size([2, 2])" and the like.
bool is_property(std::string_view line) {
  Reader ahead(line);
  std::string_view name = ahead.take_name();
  name.remove_prefix(name.rfind('.') + 1);  // npos + 1 is 0
  const bool separated = ahead.take(":") || ahead.take("=");
  constexpr std::array<std::string_view, 9> kProperties{
      "dtype", "rank", "shape", "size", "device", "values", "requires_grad", "type", "numel"};
  return separated && std::ranges::find(kProperties, name) != kProperties.end();
}

// Words without numbers or brackets: "Output:", "The result is", "Variable containing:", "Tensor".
bool is_prose(std::string_view line) {
  if (line.find_first_of("()[]{}<>=,;\t\"") != std::string_view::npos) return false;
  if (std::ranges::none_of(line, is_letter)) return false;
  if (number_at(line).length > 0) return false;  // nan
  if (line.ends_with(':')) return true;
  constexpr std::array<std::string_view, 8> kAlone{"Tensor", "tensor", "Output", "Input",
                                                   "output", "input",  "Result", "result"};
  return std::ranges::find(kAlone, line) != kAlone.end() ||
         (line.find(' ') != std::string_view::npos && line.find_first_of(kDigits) == line.npos);
}

bool describes(const Line& line) {
  const std::string_view content = line.content();
  if (content.empty()) return false;
  if (is_property(content) || is_prose(content)) return true;
  const std::size_t length = description_length(content);
  return length > 0 && behind_descriptions(content.substr(length), nullptr).empty();
}

bool begins_with_word(std::string_view text, std::string_view word) {
  return text.starts_with(word) && (text.size() == word.size() || !is_letter(text[word.size()]));
}

// A name with dots, and nothing else; empty if there is none.
std::string_view only_name(std::string_view text) {
  Reader ahead(text);
  const std::string_view name = ahead.take_name();
  return ahead.at_end() ? name : std::string_view();
}

Statement kind_of(std::string_view text) {
  for (const std::string_view word : {"import", "from", "using", "require", "pip", "!pip",
                                      "%matplotlib", "#include", "std.cout"}) {
    if (begins_with_word(text, word)) return Statement::kIgnored;
  }
  for (const std::string_view word :
       {"class", "def", "for", "while", "if", "with", "return", "try", "lambda", "async", "@",
        "assert", "raise", "function", "else", "elif", "del", "global"}) {
    if (begins_with_word(text, word)) return Statement::kCode;
  }
  const std::string_view call = text.substr(0, text.find('('));
  for (const std::string_view seed :
       {"manual_seed", "random.seed", "set_seed", "seed_everything", "default_rng", "PRNGKey",
        "random.key", "manual_seed_all", "set_random_seed"}) {
    if (call.size() < text.size() && call.ends_with(seed)) return Statement::kSeed;
  }
  for (const std::string_view setting :
       {"set_printoptions", "is_available", "torch.device", "filterwarnings", "setBackend",
        "use_deterministic_algorithms", "tf.ready"}) {
    if (call.size() < text.size() && call.ends_with(setting)) return Statement::kIgnored;
  }
  // A setting, such as config.dropout = 0.2, is no tensor.
  Reader ahead(text);
  const bool has_dots = ahead.take_name().find('.') != std::string_view::npos;
  if (has_dots && ahead.take("=") && text.find_first_of("([") == std::string_view::npos) {
    return Statement::kCode;
  }
  const std::string_view name = only_name(text);
  if (name.empty() || is_constant(name)) return Statement::kTensor;
  // x, x.shape; but neither True nor nan.
  return number_at(name).length > 0 ? Statement::kTensor : Statement::kIgnored;
}

// What stands in the parentheses of print(...), or all.
std::string_view printed(std::string_view text) {
  for (const std::string_view call : {"print(", "pprint(", "display(", "console.log("}) {
    if (!text.starts_with(call)) continue;
    text.remove_prefix(call.size());
    // A label of its own: print("After:", x).
    while (text.starts_with('"') || text.starts_with('\'')) {
      const auto close = text.find(text.front(), 1);
      if (close == std::string_view::npos) return text;
      text = trimmed(text.substr(close + 1));
      if (!text.starts_with(',')) return text;
      text = trimmed(text.substr(1));
    }
    return text;
  }
  return text;
}

// Without a word that declares: const x = ...
std::string_view declared(std::string_view text) {
  for (const std::string_view word : {"const", "let", "var", "auto", "val", "await"}) {
    if (!text.starts_with(word) || text.size() == word.size() || text[word.size()] != ' ') continue;
    return trimmed(text.substr(word.size()));
  }
  return text;
}

// Where the statement that begins at `begin` ends, outside of brackets and quotation marks.
std::size_t end_of_statement(std::string_view text, std::size_t begin) {
  std::size_t depth = 0;
  char quote = 0;
  for (std::size_t i = begin; i < text.size(); ++i) {
    const char c = text[i];
    if (quote != 0) {
      if (c == quote || c == '\n') quote = 0;
    } else if (c == '\'' || c == '"') {
      quote = c;
    } else if (c == '(' || c == '[' || c == '{') {
      ++depth;
    } else if ((c == ')' || c == ']' || c == '}') && depth > 0) {
      --depth;
    } else if (depth == 0 && (c == '\n' || c == ';')) {
      return i;
    }
  }
  return text.size();
}

Passage part(const Passage& passage, std::string_view of) {
  const auto begin = static_cast<std::size_t>(of.data() - passage.text().data());
  Passage result;
  result.append(passage, begin, begin + of.size());
  return result;
}

// Without quotation marks around all of it.
Passage without_quotes(const Passage& passage) {
  const std::string_view text = trimmed(passage.text());
  if (text.size() < 2 || (text.front() != '"' && text.front() != '\'')) return passage;
  const bool is_quoted = text.find(text.front(), 1) == text.size() - 1;
  return is_quoted ? part(passage, text.substr(1, text.size() - 2)) : passage;
}

// TensorFlow's <tf.Tensor: shape=(2,), dtype=float32, numpy=array([1., 2.], dtype=float32)>, and of
// a scalar numpy=1.0: without all but the array.
Passage without_brackets_of_tensorflow(const Passage& passage) {
  const std::string_view text = trimmed(passage.text());
  std::size_t from = std::string_view::npos;
  for (const std::string_view name : {"numpy=", "value="}) {
    from = std::min(from, text.find(name) + (text.find(name) == text.npos ? 0 : name.size()));
  }
  if (!text.starts_with('<') || !text.ends_with('>') || from == text.npos) return passage;
  const std::string_view array = trimmed(text.substr(from, text.size() - 1 - from));
  if (number_at(array).length == 0) return part(passage, array);
  const std::size_t place = passage.place(static_cast<std::size_t>(array.data() - text.data()));
  Passage scalar;
  scalar.append("tf.constant(", place);
  const Passage inner = part(passage, array);
  scalar.append(inner, 0, inner.text().size());
  const auto dtype = text.find("dtype=");
  if (dtype < from) {
    const std::string_view name = text.substr(dtype, text.find_first_of(", >", dtype) - dtype);
    scalar.append(", ", place);
    scalar.append(name, place);
  }
  scalar.append(")", place);
  return scalar;
}

// libtorch's C++ as Python writes it: torch::ones({2, 3}) is torch.ones([2, 3]).
Passage in_python(const Passage& passage) {
  const std::string_view text = passage.text();
  if (text.find("torch::") == text.npos && text.find("at::") == text.npos) return passage;
  using Pair = std::pair<std::string_view, std::string_view>;
  constexpr std::array kPython{Pair{"torch::Tensor ", ""},
                               Pair{"at::Tensor ", ""},
                               Pair{"torch::dtype(", "dtype("},
                               Pair{"torch::kFloat64", "torch.float64"},
                               Pair{"torch::kDouble", "double"},
                               Pair{"torch::kFloat32", "torch.float32"},
                               Pair{"torch::kFloat", "float32"},
                               Pair{"torch::kInt64", "torch.int64"},
                               Pair{"torch::kLong", "torch.long"},
                               Pair{"at::", "torch."},
                               Pair{"::", "."},
                               Pair{"{", "["},
                               Pair{"}", "]"}};
  Passage python;
  for (std::size_t i = 0; i < text.size();) {
    const std::string_view rest = text.substr(i);
    const bool in_word = i > 0 && (is_letter(text[i - 1]) || is_digit(text[i - 1]));
    const auto* pair = std::ranges::find_if(kPython, [&](const Pair& known) {
      return rest.starts_with(known.first) && !(in_word && is_letter(known.first.front()));
    });
    // 0.5f is a float, and 2.f.
    const bool ends_word = rest.size() < 2 || !(is_letter(rest[1]) || is_digit(rest[1]));
    const bool is_suffix =
        rest.front() == 'f' && i > 0 && ends_word && (is_digit(text[i - 1]) || text[i - 1] == '.');
    if (pair != kPython.end()) {
      python.append(pair->second, passage.place(i));
      i += pair->first.size();
    } else {
      if (!is_suffix) python.append(passage, i, i + 1);
      ++i;
    }
  }
  return python;
}

// JavaScript's typed arrays and lists as Python writes them: new Float32Array([1, 2]) is
// torch.FloatTensor([1, 2]), and Array(2) [ 1, 2 ], as a console shows it, is [ 1, 2 ].
Passage in_python_from_javascript(const Passage& passage) {
  const std::string_view text = passage.text();
  if (text.find("Array") == text.npos) return passage;
  using Pair = std::pair<std::string_view, std::string_view>;
  constexpr std::array kMakers{Pair{"new Float32Array([", "torch.FloatTensor(["},
                               Pair{"new Float64Array([", "torch.DoubleTensor(["},
                               Pair{"new Int32Array([", "torch.LongTensor(["},
                               Pair{"Float32Array.from([", "torch.FloatTensor(["},
                               Pair{"Float64Array.from([", "torch.DoubleTensor(["}};
  for (const auto& [written, meant] : kMakers) {
    const auto at = text.find(written);
    if (at == text.npos) continue;
    Passage python;
    python.append(passage, 0, at);
    python.append(meant, passage.place(at));
    python.append(passage, at + written.size(), text.size());
    return python;
  }
  const std::string_view list = trimmed(text);
  constexpr std::string_view kShown = "Array(";
  if (!list.starts_with(kShown)) return passage;
  const auto close = list.find_first_not_of(kDigits, kShown.size());
  if (close == list.npos || close == kShown.size() || list[close] != ')') return passage;
  const std::string_view numbers = trimmed(list.substr(close + 1));
  return numbers.starts_with('[') ? part(passage, numbers) : passage;
}

}  // namespace

bool has_no_numbers(std::string_view text) {
  const std::string_view print = trimmed(text);
  return print.starts_with("Tensor {") && print.find("shape") != print.npos;
}

Passage without_surroundings(const Passage& written, SlashComments slashes) {
  const Passage passage = in_python_from_javascript(in_python(written));
  Lines lines = lines_of(passage.text());
  keep_fenced(lines);
  std::erase_if(lines, is_delimiter);
  cut_marks(lines);
  cut_prompts(lines);
  cut_comments(lines, slashes);
  cut_line_numbers(lines);
  cut_prompts(lines);
  if (lines.empty()) return {};
  const Passage joined = passage_of(passage, lines);
  // Marks of code within a line, and fences that enclose nothing.
  Passage plain;
  for (std::size_t i = 0; i < joined.text().size(); ++i) {
    if (joined.text()[i] != '`') plain.append(joined, i, i + 1);
  }
  return without_brackets_of_tensorflow(without_quotes(plain));
}

Passage without_descriptions(const Passage& passage) {
  Lines lines = lines_of(passage.text());
  std::erase_if(lines, describes);
  return lines.empty() ? Passage() : passage_of(passage, lines);
}

std::string_view behind_descriptions(std::string_view rest, const tensor::Shape* shape) {
  for (;;) {
    const auto next = rest.find_first_not_of(" \t\r\n,;.)");
    if (next == std::string_view::npos) return {};
    rest.remove_prefix(next);
    std::size_t length = description_length(rest);
    if (length == 0 && shape != nullptr) length = size_length(rest, *shape);
    if (length == 0) return rest;
    rest.remove_prefix(length);
  }
}

std::vector<Piece> statements(const Passage& passage) {
  std::vector<Piece> pieces;
  const std::string_view text = passage.text();
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = end_of_statement(text, begin);
    const std::string_view whole = trimmed(text.substr(begin, end - begin));
    begin = end + 1;
    if (whole.empty()) continue;
    const std::string_view inner = declared(printed(whole));
    const bool is_printed = inner.data() != whole.data();
    // print(x) shows a name, as x alone does.
    const std::string_view shown =
        is_printed && inner.ends_with(')') ? trimmed(inner.substr(0, inner.size() - 1)) : inner;
    Statement statement = kind_of(shown.empty() || only_name(shown).empty() ? inner : shown);
    if (shown.empty() && is_printed) statement = Statement::kIgnored;
    pieces.push_back({statement, part(passage, inner), part(passage, whole)});
  }
  return pieces;
}

Passage without_opening(const Passage& passage) {
  const std::string_view text = passage.text();
  if (!text.starts_with('(')) return passage;
  const std::string_view first = trimmed(text.substr(1));
  const bool is_print = !first.empty() && is_letter(first.front());
  return is_print ? part(passage, first) : passage;
}

Passage without_label(const Passage& passage) {
  const std::string_view text = passage.text();
  std::size_t opening = std::string_view::npos;
  for (const std::string_view print : {"tensor(", "array(", "Array(", "tf.Tensor("}) {
    const auto at = text.find(print);
    const bool is_word =
        at == 0 || at == text.npos ||
        !(is_letter(text[at - 1]) || is_digit(text[at - 1]) || text[at - 1] == '.');
    if (is_word) opening = std::min(opening, at);
  }
  // After the last colon or equals sign in front of brackets, or at a bracket behind a space.
  if (opening == std::string_view::npos) {
    const auto bracket = text.find_first_of("([");
    const auto sign = text.substr(0, bracket).find_last_of(":=");
    const auto spaced = text.find(" [");
    opening = sign != text.npos ? sign + 1 : spaced == text.npos ? spaced : spaced + 1;
  }
  if (opening == std::string_view::npos || opening == 0) return passage;
  const std::string_view label = trimmed(text.substr(0, opening));
  const bool is_one_line = label.find('\n') == std::string_view::npos;
  constexpr std::string_view kOperators = "+-*/%(,[<!";
  const bool is_operand = label.empty() || kOperators.find(label.back()) != label.npos;
  // x += 1 and x == y have another meaning than x = y.
  const bool is_compound =
      label.size() > 1 && label.back() == '=' &&
      std::string_view("+-*/%=<>!").find(label[label.size() - 2]) != std::string_view::npos;
  if (!is_one_line || is_operand || is_compound) return passage;
  return part(passage, trimmed(text.substr(opening)));
}

}  // namespace playground::text
