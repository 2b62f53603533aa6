#include "text/parse.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "text/column_print.hpp"
#include "text/expression.hpp"
#include "text/paste.hpp"
#include "text/print.hpp"
#include "text/reader.hpp"
#include "text/table.hpp"
#include "text/typography.hpp"

namespace playground::text {
namespace {

using tensor::DType;
using tensor::Tensor;

enum class Behind : std::uint8_t { kNothing, kDescriptions };

Tensor read(Reader& reader, const ParseOptions& options, Behind behind = Behind::kNothing) {
  if (reader.at_end()) reader.fail_expecting("a tensor, such as [1, 2, 3]"_words);
  if (is_table(reader.rest())) {
    return read_table(reader, options.dtype.value_or(DType::kFloat32));
  }
  reader.take("Parameter containing:");  // before the print of a layer's weights
  Reader after_name = reader;
  if (!after_name.take_name().empty() && after_name.take("=")) reader = after_name;
  Tensor x = contiguous(read_expression(reader, options));
  if (behind == Behind::kDescriptions) {
    reader.advance(reader.rest().size() - behind_descriptions(reader.rest(), &x.shape()).size());
  }
  if (!reader.at_end()) reader.fail_expecting("the end of the text"_words);
  return options.dtype && x.dtype() != *options.dtype ? to(x, *options.dtype) : std::move(x);
}

// A reading of the text: a tensor and where it leaves the generator, or what is wrong.
struct Reading {
  std::optional<Tensor> tensor;
  std::unique_ptr<random::Generator> generator;
  std::vector<errors::Phrase> notes;
  std::optional<ParseError> error;
};

// What the text is read with.
struct Source {
  std::string_view text;
  std::optional<DType> dtype;
  const random::Generator* generator;
};

Tensor read_any(std::string_view text, const ParseOptions& options, Behind behind) {
  Reader reader(text);
  if (behind == Behind::kNothing || !is_column_print(text)) return read(reader, options, behind);
  try {
    return read_column_print(reader, options);
  } catch (...) {
    reader.rethrow_at(reader.rest());
  }
}

Reading attempted(const Source& source, std::string_view text, Behind behind) {
  Reading reading;
  Notes notes(&reading.notes);
  ParseOptions options{source.dtype, nullptr, &notes};
  if (source.generator != nullptr) {
    reading.generator = std::make_unique<random::Generator>(*source.generator);
    options.generator = reading.generator.get();
  }
  try {
    reading.tensor = read_any(text, options, behind);
  } catch (const ParseError& error) {
    reading.error = error;
  }
  return reading;
}

// The error of a passage at its place in the text.
ParseError in_text(std::string_view text, const Passage& passage, const ParseError& error) {
  std::string_view rest = passage.text();
  std::size_t at = 0;
  for (std::size_t line = 1; line < error.line(); ++line) {
    at += rest.substr(at).find('\n') + 1;
  }
  const auto begins_character = [](char c) {
    return (static_cast<unsigned char>(c) & 0xc0) != 0x80;
  };
  for (std::size_t column = 1; column < error.column() && at < rest.size();) {
    if (++at == rest.size() || begins_character(rest[at])) ++column;
  }
  const std::size_t place = std::min(passage.place(at), text.size());
  const std::string_view before = text.substr(0, place);
  const auto line_start = before.rfind('\n') + 1;  // npos + 1 is 0: the first line
  return {
      error.kind(), error.phrase(), static_cast<std::size_t>(std::ranges::count(before, '\n')) + 1,
      static_cast<std::size_t>(std::ranges::count_if(before.substr(line_start), begins_character)) +
          1};
}

Reading read_passage(const Source& source, const Passage& passage) {
  Reading reading = attempted(source, passage.text(), Behind::kDescriptions);
  if (reading.error) reading.error = in_text(source.text, passage, *reading.error);
  return reading;
}

ParseError error_at(const Source& source, const Passage& passage, const errors::Phrase& phrase,
                    errors::Kind kind = errors::Kind::kText) {
  return in_text(source.text, passage, {kind, phrase, 1, 1});
}

// One statement: as it is, or without a label in front, or the first of a tuple that describes it.
Reading read_statement(const Source& source, const Piece& piece) {
  Reading reading = read_passage(source, piece.passage);
  for (const Passage& tensor : {without_label(piece.passage), without_opening(piece.passage)}) {
    if (reading.tensor || tensor.text().size() == piece.passage.text().size()) continue;
    Reading other = read_passage(source, tensor);
    if (other.tensor) return other;
  }
  return reading;
}

// Whether `second` is what was printed of `first`: its size, the same numbers, or those that it
// drew.
bool is_print_of(const Source& source, const Reading& first, const Reading& second) {
  if (first.generator && random::state(*first.generator) != random::state(*source.generator)) {
    return true;
  }
  if (print(*first.tensor) == print(*second.tensor)) return true;
  const std::vector<std::int64_t>& extents = first.tensor->shape().extents();
  const Tensor& size = *second.tensor;
  return size.shape().rank() == 1 && size.dtype() == DType::kFloat32 &&
         std::ranges::equal(size.values<float>(), extents, {}, {},
                            [](std::int64_t extent) { return static_cast<float>(extent); });
}

[[nodiscard]] ParseError program_at(const Source& source, const Passage& passage) {
  return error_at(source, passage,
                  errors::Phrase("this is a program: paste one tensor of it, such as x = "
                                 "torch.ones(2, 3), or what print(x) shows"_words),
                  errors::Kind::kProgram);
}

// The one tensor among the statements; what was read of it before is shown by a print after it.
Reading read_statements(const Source& source, const std::vector<Piece>& pieces) {
  Reading last;
  bool is_shown = false;
  bool is_seeded = false;
  for (const Piece& piece : pieces) {
    if (piece.statement == Statement::kIgnored || piece.statement == Statement::kSeed) {
      is_shown = true;
      is_seeded = is_seeded || piece.statement == Statement::kSeed;
      continue;
    }
    const bool is_code = piece.statement == Statement::kCode;
    Reading reading;
    if (!is_code) reading = read_statement(source, piece);
    if (last.tensor && reading.tensor && !is_shown && is_print_of(source, last, reading)) {
      if (piece.passage.text().starts_with('(')) continue;  // its size
      is_shown = true;
    }
    if (is_code || (last.tensor && (!reading.tensor || !is_shown))) {
      const bool is_second = reading.tensor && !is_code;
      reading.tensor.reset();
      reading.error =
          is_second ? error_at(source, piece.whole,
                               errors::Phrase("this is a second tensor; paste one of them"_words))
                    : program_at(source, piece.whole);
      return reading;
    }
    last = std::move(reading);
    if (last.error) return last;
    is_shown = false;
  }
  if (!last.tensor) {
    last.error = program_at(source, pieces.front().whole);
  } else if (is_seeded) {
    last.notes.emplace_back("the seed in the text is not followed: set it beside the input"_words);
  }
  return last;
}

bool is_one_name(const std::vector<Piece>& pieces) {
  return pieces.size() == 1 && pieces[0].statement == Statement::kIgnored &&
         pieces[0].whole.text().find_first_of(" (") == std::string_view::npos;
}

// Reads a text that is no tensor as it stands: without what people paste with a tensor.
Reading read_pasted(const Source& source) {
  const Passage passage = in_plain_characters(source.text);
  if (has_no_numbers(passage.text())) {
    Reading reading;
    reading.error = error_at(
        source, passage,
        errors::Phrase("these are a tensor's fields, without its numbers: paste what x.print() "
                       "shows"_words));
    return reading;
  }
  std::vector<Passage> attempts;
  const auto attempt = [&](Passage bare) {
    const bool is_known = std::ranges::any_of(
        attempts, [&](const Passage& known) { return known.text() == bare.text(); });
    if (!is_known) attempts.push_back(std::move(bare));
  };
  for (const SlashComments slashes : {SlashComments::kKept, SlashComments::kCut}) {
    const Passage bare = without_surroundings(passage, slashes);
    attempt(bare);
    attempt(without_descriptions(bare));
  }
  std::optional<Reading> first;
  for (const Passage& bare : attempts) {
    Reading reading = read_passage(source, bare);
    if (reading.tensor) return reading;
    const std::vector<Piece> pieces = statements(bare);
    // What a table, or a word, says that is wrong with it is more than what a program would say.
    const bool is_program = !pieces.empty() && !is_one_name(pieces) &&
                            !is_column_print(bare.text()) &&
                            (!is_table(bare.text()) || pieces[0].statement != Statement::kTensor ||
                             bare.text().find('=') != std::string_view::npos);
    if (is_program) {
      Reading among = read_statements(source, pieces);
      if (among.tensor) return among;
      const bool is_single = pieces.size() == 1 && pieces[0].statement == Statement::kTensor;
      // A refusal of a whole expression stands: its lines are no statements.
      const bool is_refused = reading.error && reading.error->kind() != errors::Kind::kText;
      if (!is_single && !is_refused) reading = std::move(among);
    }
    if (!first) first = std::move(reading);
  }
  return *std::move(first);
}

// Gives the tensor and the rest of what was read, or throws what is wrong.
Tensor pasted(const Source& source, random::Generator* generator,
              std::vector<errors::Phrase>* notes) {
  Reading reading = read_pasted(source);
  if (reading.error) throw ParseError(*reading.error);
  if (generator != nullptr) *generator = std::move(*reading.generator);
  if (notes != nullptr) *notes = std::move(reading.notes);
  return *std::move(reading.tensor);
}

}  // namespace

Tensor parse(std::string_view text, std::optional<DType> dtype, random::Generator* generator,
             std::vector<errors::Phrase>* notes) {
  std::vector<errors::Phrase> told;
  Notes noted(&told);
  try {
    Reader reader(text);
    if (generator == nullptr) {
      Tensor x = read(reader, {dtype, nullptr, &noted});
      if (notes != nullptr) *notes = std::move(told);
      return x;
    }
    random::Generator drawn = *generator;
    Tensor x = read(reader, {dtype, &drawn, &noted});
    *generator = std::move(drawn);
    if (notes != nullptr) *notes = std::move(told);
    return x;
  } catch (const ParseError&) {
    // What is wrong with it is told below, of the text without what stands around.
  }
  return pasted({text, dtype, generator}, generator, notes);
}

}  // namespace playground::text
