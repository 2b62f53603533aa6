// The JavaScript interface of the seed search. Converts types; decides nothing.
#include <emscripten/bind.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "bindings/convert.hpp"
#include "bindings/errors.hpp"
#include "search/observed_mask.hpp"
#include "search/seed_scan.hpp"

namespace playground::bindings {
namespace {

using emscripten::allow_raw_pointers;
using search::ObservedMask;
using search::SeedScan;

// A p below 0 means that the numbers are to tell p.
ObservedMask* observe(const tensor::Tensor& input, const tensor::Tensor& output, double p) {
  return new ObservedMask(input, output, p < 0 ? std::nullopt : std::optional(p));
}

double p(const ObservedMask& mask) { return mask.p().value(); }
std::size_t known(const ObservedMask& mask) { return mask.known(); }
double chance(const ObservedMask& mask) { return mask.chance(); }

SeedScan* create(const Shared& engine, const ObservedMask& mask, int dtype, std::uint32_t calls) {
  return new SeedScan(*engine, mask, to_dtype(dtype), calls);
}

std::uint32_t calls(const SeedScan& scan) { return scan.calls(); }

// Two numbers for each match: the seed, counted from `first`, and the call.
ByteView scan(const SeedScan& scan, std::uint64_t first, std::size_t count) {
  std::vector<std::uint32_t> numbers;
  for (const auto& [index, call] : scan.scan({first, count})) {
    numbers.insert(numbers.end(), {static_cast<std::uint32_t>(index), call});
  }
  return view_of_copy(numbers);
}

EMSCRIPTEN_BINDINGS(search) {
  emscripten::class_<ObservedMask>("ObservedMask")
      .class_function("create", guarded<&observe>, allow_raw_pointers())
      .function("p", guarded<&p>)
      .function("known", guarded<&known>)
      .function("chance", guarded<&chance>);
  emscripten::class_<SeedScan>("SeedScan")
      .class_function("create", guarded<&create>, allow_raw_pointers())
      .function("calls", guarded<&calls>)
      .function("scan", guarded<&scan>);
}

}  // namespace
}  // namespace playground::bindings
