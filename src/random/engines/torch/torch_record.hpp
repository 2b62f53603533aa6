// What PyTorch's engines have in common.
#pragma once

#include <limits>
#include <string_view>

#include "random/engines/engine_record.hpp"

namespace playground::random {

inline constexpr Seeds kTorchSeeds{.lowest = std::numeric_limits<std::int64_t>::min(),
                                   .highest = std::numeric_limits<std::uint64_t>::max()};

inline constexpr MaskForm kTorchForms[] = {MaskForm::kLayer, MaskForm::kRandBelowKeep,
                                           MaskForm::kRandAboveP};

inline constexpr std::string_view kTorchOptions[] = {"normalKernel", "form"};

/// Source  at::native::dropout: torch.nn.Dropout of a CPU.
constexpr EngineRecord torch_cpu_record(std::string_view name, Algorithm algorithm,
                                        StridedOrder strided_order, DrawnFrom drawn_from) {
  return {.rules = {.name = name,
                    .framework = Framework::kTorch,
                    .layers = Layers::kAll,
                    .has_float64 = true,
                    .integers = Integers::kUncastable,
                    .arithmetic = Arithmetic::kProduct,
                    .strided_order = strided_order,
                    .at_one = Shortcut::kTimesZero,
                    .seed_kind = SeedKind::kInteger,
                    .stream = Stream::kWords,
                    .algorithm = algorithm,
                    .makers = Makers::kTorch},
          .seeds = kTorchSeeds,
          .forms = kTorchForms,
          .options = kTorchOptions,
          .drawn_from = drawn_from};
}

}  // namespace playground::random
