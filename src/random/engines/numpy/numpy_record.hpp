// What NumPy's engines have in common: its dropout is a line of a program, and no layer.
#pragma once

#include "random/engines/engine_record.hpp"

namespace playground::random {

inline constexpr MaskForm kNumpyForms[] = {MaskForm::kRandBelowKeep, MaskForm::kRandAboveP,
                                           MaskForm::kBinomial};

inline constexpr std::string_view kNumpyOptions[] = {"form"};

/// Such a line, x * mask / keep_prob, has no special cases for a p of 0 or 1.
constexpr EngineRecord numpy_record(std::string_view name, SeedKind seed_kind, Seeds seeds,
                                    Algorithm algorithm, Makers makers, DrawnFrom drawn_from) {
  return {.rules = {.name = name,
                    .framework = Framework::kNumpy,
                    .has_float64 = true,
                    .integers = Integers::kWidened,
                    .arithmetic = Arithmetic::kQuotientOfProduct,
                    .at_zero = Shortcut::kNone,
                    .at_one = Shortcut::kNone,
                    .seed_kind = seed_kind,
                    .stream = Stream::kWords,
                    .algorithm = algorithm,
                    .makers = makers},
          .seeds = seeds,
          .makes_float64 = true,
          .forms = kNumpyForms,
          .options = kNumpyOptions,
          .drawn_from = drawn_from};
}

}  // namespace playground::random
