// What stands around a tensor where people copy it from: prompts, comments, fences, quoted mails,
// line numbers, labels, print(), imports, and the sizes and dtypes that are printed beside it.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "tensor/shape.hpp"
#include "text/passage.hpp"

namespace playground::text {

enum class SlashComments : std::uint8_t { kKept, kCut };

/// The lines that are neither prose nor fences, without prompts, marks of quotation, comments and
/// line numbers; C++ of libtorch as Python. `//` begins a comment in some languages and divides in
/// Python, so that somebody has to choose.
Passage without_surroundings(const Passage& passage, SlashComments slashes);

/// Whether a text is a tensor as console.log() shows one of TensorFlow.js: its fields, of which
/// none has the numbers.
bool has_no_numbers(std::string_view text);

/// The lines but for those that label or describe a tensor: "Output:", "torch.Size([2, 3])".
Passage without_descriptions(const Passage& passage);

/// What is left of `rest` behind a tensor when descriptions, commas, semicolons and parentheses
/// have been passed over: its dtype, its device, its size, and as a tuple only this `shape`, if one
/// is given.
std::string_view behind_descriptions(std::string_view rest, const tensor::Shape* shape);

enum class Statement : std::uint8_t {
  kTensor,   // perhaps one
  kIgnored,  // an import, a setting, a name that is shown
  kSeed,     // ignored, too
  kCode      // of a program that does more than make a tensor
};

struct Piece {
  Statement statement;
  /// Without print(), and without a label.
  Passage passage;
  /// As written.
  Passage whole;
};

/// The statements of a text.
std::vector<Piece> statements(const Passage& passage);

/// A statement without the parenthesis that it begins with, where a name follows: the first of a
/// tuple such as (tensor(...), torch.Size([2])). Else the same passage.
Passage without_opening(const Passage& passage);

/// A statement of one tensor as people write it in front of its print: "After: tensor(...)". The
/// same passage if there is no label.
Passage without_label(const Passage& passage);

}  // namespace playground::text
