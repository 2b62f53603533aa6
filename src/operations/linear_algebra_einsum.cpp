// torch.einsum: sums of products whose dimensions have letters.
#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "errors/raised.hpp"
#include "operations/linear_algebra.hpp"
#include "operations/pointwise.hpp"
#include "operations/reductions.hpp"
#include "operations/table.hpp"
#include "operations/views.hpp"

namespace playground::operations {
namespace {

using Dims = std::vector<std::int64_t>;

std::int64_t extent(const Variable& x, std::size_t dim) { return x.shape()[dim]; }

/// What an equation of einsum means: labels are numbers, an ellipsis stands for `kEllipsis`.
struct Equation {
  static constexpr int kEllipsis = 52;
  static constexpr int kLabels = 53;

  std::vector<std::vector<int>> operands;
  std::optional<std::vector<int>> output;

  static int label(char letter) {
    return letter >= 'A' && letter <= 'Z' ? letter - 'A' : letter - 'a' + 26;
  }
  static char letter(int label) {
    return static_cast<char>(label < 26 ? 'A' + label : 'a' + label - 26);
  }
};

bool is_letter(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
}

/// Reads "ij,jk->ik". Spaces mean nothing.
///
/// Throws Raised, in PyTorch's words.
Equation read_equation(std::string_view text, std::size_t operand_count) {
  Equation equation;
  const std::size_t arrow = text.find("->");
  const std::string_view left = text.substr(0, arrow);
  equation.operands.emplace_back();
  bool has_ellipsis = false;
  std::size_t operand = 0;
  for (std::size_t i = 0; i < left.size(); ++i) {
    const char letter = left[i];
    if (letter == ' ') continue;
    if (letter == '.') {
      if (has_ellipsis) {
        errors::raise("einsum(): found '.' for operand {} for which an ellipsis was already found",
                      static_cast<std::int64_t>(operand));
      }
      if (left.substr(i, 3) != "...") {
        errors::raise("einsum(): found '.' for operand {} that is not part of any ellipsis",
                      static_cast<std::int64_t>(operand));
      }
      i += 2;
      has_ellipsis = true;
      equation.operands[operand].push_back(Equation::kEllipsis);
    } else if (letter == ',') {
      ++operand;
      if (operand >= operand_count) {
        errors::raise("einsum(): fewer operands were provided than specified in the equation");
      }
      equation.operands.emplace_back();
      has_ellipsis = false;
    } else {
      if (!is_letter(letter)) {
        errors::raise(
            "einsum(): invalid subscript given at index {} in the equation string, "
            "subscripts must be in [a-zA-Z]",
            static_cast<std::int64_t>(i));
      }
      equation.operands[operand].push_back(Equation::label(letter));
    }
  }
  if (operand + 1 < operand_count) {
    errors::raise("einsum(): more operands were provided than specified in the equation");
  }
  if (arrow == std::string_view::npos) return equation;

  equation.output.emplace();
  const std::string_view right = text.substr(arrow + 2);
  for (std::size_t i = 0; i < right.size(); ++i) {
    const char letter = right[i];
    if (letter == ' ') continue;
    if (letter == '.') {
      if (std::ranges::count(*equation.output, Equation::kEllipsis) > 0) {
        errors::raise("einsum(): found '.' for output but an ellipsis (...) was already found");
      }
      if (right.substr(i, 3) != "...") {
        errors::raise("einsum(): found '.' for output that is not part of any ellipsis (...)");
      }
      i += 2;
      equation.output->push_back(Equation::kEllipsis);
      continue;
    }
    if (!is_letter(letter)) {
      errors::raise(
          "einsum(): invalid subscript given at index {} in the equation string, "
          "subscripts must be in [a-zA-Z]",
          static_cast<std::int64_t>(arrow + 2 + i));
    }
    equation.output->push_back(Equation::label(letter));
  }
  return equation;
}

/// The places of labels in the result, and behind them those of the labels that are summed over.
struct Places {
  std::array<int, Equation::kLabels> first;  // -1 for one that does not occur
  int ellipsis = 0;                          // dimensions that an ellipsis stands for
  int outputs = 0;
  int all = 0;
};

Places places_of(const Equation& equation, const Variables& operands) {
  std::array<int, Equation::kLabels> uses{};
  Places places;
  places.first.fill(-1);
  for (std::size_t i = 0; i < operands.size(); ++i) {
    const std::vector<int>& labels = equation.operands[i];
    const bool has_ellipsis = std::ranges::count(labels, Equation::kEllipsis) > 0;
    const int named = static_cast<int>(labels.size()) - (has_ellipsis ? 1 : 0);
    const int rank = static_cast<int>(operands[i].rank());
    if (has_ellipsis ? rank < named : rank != named) {
      errors::raise(
          "einsum(): the number of subscripts in the equation ({}) {} the number of "
          "dimensions ({}) for operand {}{}",
          static_cast<std::int64_t>(named), has_ellipsis ? "is more than" : "does not match",
          static_cast<std::int64_t>(rank), static_cast<std::int64_t>(i),
          has_ellipsis ? "" : " and no ellipsis was given");
    }
    if (has_ellipsis) places.ellipsis = std::max(places.ellipsis, rank - named);
    for (const int label : labels) ++uses[static_cast<std::size_t>(label)];
  }
  const auto place = [&](int label) {
    places.first[static_cast<std::size_t>(label)] = places.all;
    places.all += label == Equation::kEllipsis ? places.ellipsis : 1;
  };
  if (!equation.output) {
    // Those that occur once, in the order of letters, behind what the ellipses stand for.
    place(Equation::kEllipsis);
    for (int label = 0; label < Equation::kEllipsis; ++label) {
      if (uses[static_cast<std::size_t>(label)] == 1) place(label);
    }
  } else {
    for (const int label : *equation.output) {
      if (places.first[static_cast<std::size_t>(label)] >= 0) {
        errors::raise("einsum(): output subscript {} appears more than once in the output",
                      std::string(1, Equation::letter(label)));
      }
      if (label != Equation::kEllipsis && uses[static_cast<std::size_t>(label)] == 0) {
        errors::raise(
            "einsum(): output subscript {} does not appear in the equation for any input "
            "operand",
            std::string(1, Equation::letter(label)));
      }
      place(label);
    }
  }
  places.outputs = places.all;
  for (int label = 0; label < Equation::kLabels; ++label) {
    const auto at = static_cast<std::size_t>(label);
    if (places.first[at] >= 0) continue;
    if (uses[at] > 0 || (label == Equation::kEllipsis && places.ellipsis > 0)) place(label);
  }
  return places;
}

/// x with the diagonal of two dimensions as the first of them.
Variable diagonal_of(const Variable& x, std::size_t first, std::size_t second) {
  const Variable last =
      diagonal(x, 0, static_cast<std::int64_t>(first), static_cast<std::int64_t>(second));
  return movedim(last, {-1}, {static_cast<std::int64_t>(first)});
}

/// An operand with its dimensions in the places of their labels, and 1 in all others.
Variable in_places(const Variable& operand, const std::vector<int>& labels, const Places& places,
                   std::size_t index) {
  Variable x = operand;
  std::vector<int> at(static_cast<std::size_t>(places.all), -1);  // which dimension of x
  std::size_t dim = 0;
  for (const int label : labels) {
    const int first = places.first[static_cast<std::size_t>(label)];
    if (label == Equation::kEllipsis) {
      const int covered = static_cast<int>(operand.rank()) - static_cast<int>(labels.size()) + 1;
      for (int i = 0; i < covered; ++i) {
        at[static_cast<std::size_t>(first + places.ellipsis - covered + i)] =
            static_cast<int>(dim++);
      }
      continue;
    }
    int& place = at[static_cast<std::size_t>(first)];
    if (place < 0) {
      place = static_cast<int>(dim++);
      continue;
    }
    const auto earlier = static_cast<std::size_t>(place);
    if (extent(x, earlier) != extent(x, dim)) {
      errors::raise(
          "einsum(): subscript {} is repeated for operand {} but the sizes don't match, "
          "{} != {}",
          std::string(1, Equation::letter(label)), static_cast<std::int64_t>(index), extent(x, dim),
          extent(x, earlier));
    }
    x = diagonal_of(x, earlier, dim);
  }
  Dims order;
  for (int& place : at) {
    if (place < 0) {
      place = static_cast<int>(x.rank());
      x = unsqueeze(x, -1);
    }
    order.push_back(place);
  }
  return permute(x, order);
}

/// The dimensions that are in none of the parts.
Dims others_of(std::size_t rank, std::initializer_list<const Dims*> parts) {
  std::vector<bool> is_in(rank, false);
  for (const Dims* part : parts) {
    for (const std::int64_t dim : *part) is_in[static_cast<std::size_t>(dim)] = true;
  }
  Dims others;
  for (std::size_t dim = 0; dim < rank; ++dim) {
    if (!is_in[dim]) others.push_back(static_cast<std::int64_t>(dim));
  }
  return others;
}

/// The sum of a b over some dimensions, which are 1 then, of operands in places, by bmm: what is
/// summed, what both have, and what one of them has. Source  at::native::sumproduct_pair of
/// PyTorch 1.13.
Variable sum_of_products(Variable a, Variable b, const std::vector<bool>& is_summed) {
  const std::size_t rank = a.rank();
  Dims both, only_a, only_b, summed;
  std::int64_t both_size = 1;
  std::int64_t a_size = 1;
  std::int64_t b_size = 1;
  std::int64_t summed_size = 1;
  for (std::size_t dim = 0; dim < rank; ++dim) {
    const bool a_has = extent(a, dim) != 1;
    const bool b_has = extent(b, dim) != 1;
    const auto at = static_cast<std::int64_t>(dim);
    if (is_summed[dim]) {
      if (a_has && b_has) {
        summed.push_back(at);
        summed_size *= extent(a, dim);
      } else if (a_has) {
        a = sum(a, {at}, true);
      } else if (b_has) {
        b = sum(b, {at}, true);
      }
    } else if (a_has && b_has) {
      both.push_back(at);
      both_size *= extent(a, dim);
    } else if (a_has) {
      only_a.push_back(at);
      a_size *= extent(a, dim);
    } else {
      only_b.push_back(at);
      b_size *= extent(b, dim);
    }
  }
  const auto joined = [](std::initializer_list<const Dims*> parts) {
    Dims all;
    for (const Dims* part : parts) all.insert(all.end(), part->begin(), part->end());
    return all;
  };
  Dims rest = others_of(rank, {&both, &only_a, &only_b, &summed});  // 1 in both
  const Variable left = reshape(permute(a, joined({&both, &only_a, &summed, &only_b, &rest})),
                                {both_size, a_size, summed_size});
  const Variable right = reshape(permute(b, joined({&both, &summed, &only_b, &only_a, &rest})),
                                 {both_size, summed_size, b_size});
  const Dims order = joined({&both, &only_a, &only_b, &summed, &rest});
  Dims shape;
  Dims back(rank);
  for (std::size_t i = 0; i < rank; ++i) {
    const auto dim = static_cast<std::size_t>(order[i]);
    shape.push_back(is_summed[dim] ? 1 : std::max(extent(a, dim), extent(b, dim)));
    back[dim] = static_cast<std::int64_t>(i);
  }
  return permute(reshape(bmm(left, right), shape), back);
}

/// Throws Raised, in PyTorch's words, unless each label has one size, or 1.
void require_sizes(const Variables& operands, const Equation& equation, const Places& places) {
  std::vector<std::int64_t> sizes(static_cast<std::size_t>(places.all), 1);
  for (std::size_t i = 0; i < operands.size(); ++i) {
    for (std::size_t dim = 0; dim < sizes.size(); ++dim) {
      const std::int64_t size = extent(operands[i], dim);
      if (size == 1 || size == sizes[dim]) continue;
      if (sizes[dim] == 1) {
        sizes[dim] = size;
        continue;
      }
      for (const int label : equation.operands[i]) {
        if (places.first[static_cast<std::size_t>(label)] != static_cast<int>(dim)) continue;
        errors::raise(
            "einsum(): subscript {} has size {} for operand {} which does not broadcast "
            "with previously seen size {}",
            std::string(1, Equation::letter(label)), size, static_cast<std::int64_t>(i),
            sizes[dim]);
      }
    }
  }
}

Variable einsum(const std::string& text, const Variables& given,
                const std::optional<std::vector<std::int64_t>>&) {
  if (given.empty()) errors::raise("einsum(): must provide at least one operand");
  const Equation equation = read_equation(text, given.size());
  const Places places = places_of(equation, given);
  Variables operands;
  for (std::size_t i = 0; i < given.size(); ++i) {
    operands.push_back(in_places(given[i], equation.operands[i], places, i));
  }
  require_sizes(operands, equation, places);

  const auto rank = static_cast<std::size_t>(places.all);
  const auto outputs = static_cast<std::size_t>(places.outputs);
  Variable y = operands[0];
  if (operands.size() == 1) {
    Dims summed;
    for (std::size_t dim = outputs; dim < rank; ++dim) {
      summed.push_back(static_cast<std::int64_t>(dim));
    }
    return summed.empty() ? y : sum(y, summed);
  }
  for (std::size_t i = 1; i < operands.size(); ++i) {
    // Summed as soon as no later operand has it.
    std::vector<bool> is_summed(rank, false);
    bool sums = false;
    for (std::size_t dim = outputs; dim < rank; ++dim) {
      is_summed[dim] = true;
      for (std::size_t later = i + 1; later < operands.size(); ++later) {
        if (extent(operands[later], dim) != 1) is_summed[dim] = false;
      }
      sums = sums || is_summed[dim];
    }
    y = sums ? sum_of_products(y, operands[i], is_summed) : mul(y, operands[i]);
  }
  if (rank == outputs) return y;
  return view(y, Dims(y.shape().extents().begin(),
                      y.shape().extents().begin() + static_cast<std::ptrdiff_t>(outputs)));
}

}  // namespace

std::span<const Row> einsum_rows() {
  static constexpr Row kRows[] = {
      row<&einsum>("einsum(str equation, Tensor[] tensors, *, int[]? path=None) -> Tensor",
                   Where::kFunction),
  };
  return kRows;
}

}  // namespace playground::operations
