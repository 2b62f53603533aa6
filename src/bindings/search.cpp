// The JavaScript interface of the seed search. Converts types; decides nothing.
#include <emscripten/bind.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "bindings/convert.hpp"
#include "bindings/errors.hpp"
#include "search/drawn_input_scan.hpp"
#include "search/observed_mask.hpp"
#include "search/seed_scan.hpp"
#include "text/parse.hpp"

namespace playground::bindings {
namespace {

using emscripten::allow_raw_pointers;
using search::DrawnInputScan;
using search::ObservedMask;
using search::SeedScan;
using tensor::Tensor;

// A p below 0 means that the numbers are to tell p.
std::optional<double> to_p(double p) { return p < 0 ? std::nullopt : std::optional(p); }

ObservedMask* observe(const Tensor& input, const Tensor& output, const Bytes& input_rounding,
                      const Bytes& output_rounding, int layer, int kind, double p) {
  const auto of_input = numbers_in<double>(input_rounding);
  const auto of_output = numbers_in<double>(output_rounding);
  return new ObservedMask(input, output, {.input = of_input, .output = of_output},
                          static_cast<dropout::LayerKind>(layer),
                          static_cast<search::OutputKind>(kind), to_p(p));
}

double p(const ObservedMask& mask) { return mask.p().value(); }
std::size_t known(const ObservedMask& mask) { return mask.known(); }
std::size_t size(const ObservedMask& mask) { return mask.elements().size(); }
double chance(const ObservedMask& mask) { return mask.chance(); }

SeedScan* create(const Shared& engine, const ObservedMask& mask, int dtype, std::uint32_t calls,
                 const Bytes& skips) {
  return new SeedScan(*engine, mask, to_dtype(dtype), calls, numbers_in<std::uint32_t>(skips));
}

// Three numbers for each match: the seed, counted from `first`, the call, and which skip.
ByteView view_of(const std::vector<search::Match>& matches) {
  std::vector<std::uint32_t> numbers;
  for (const auto& [index, call, skip] : matches) {
    numbers.insert(numbers.end(), {static_cast<std::uint32_t>(index), call, skip});
  }
  return view_of_copy(numbers);
}

std::uint32_t calls(const SeedScan& scan) { return scan.calls(); }
ByteView scan(const SeedScan& scan, std::uint64_t first, std::size_t count) {
  return view_of(scan.scan({first, count}));
}

// The input is a text that draws. `printed` may be null, if its numbers are not known.
DrawnInputScan* create_drawn(const std::string& input, int distribution, const Tensor* printed,
                             const Bytes& input_rounding, const Tensor& output,
                             const Bytes& output_rounding, std::uint32_t calls,
                             std::uint32_t skip) {
  return new DrawnInputScan(
      {.draw = [input](random::Generator& drawn) { return text::parse(input, {}, &drawn); },
       .distribution = static_cast<search::Distribution>(distribution),
       .printed = printed ? std::optional(printed->clone()) : std::nullopt,
       .rounding = numbers_in<double>(input_rounding)},
      {.numbers = output.clone(), .rounding = numbers_in<double>(output_rounding)}, calls, skip);
}

void add_making(DrawnInputScan& scan, const Shared& engine, int layer, int kind, double p) {
  scan.add({.engine = *engine,
            .layer = static_cast<dropout::LayerKind>(layer),
            .kind = static_cast<search::OutputKind>(kind),
            .p = to_p(p)});
}

double chance_of_drawn(const DrawnInputScan& scan) { return scan.chance(); }
bool needs_p(const DrawnInputScan& scan) { return scan.needs_p(); }
double p_of_drawn(const DrawnInputScan& scan) { return scan.p().value_or(-1); }
ByteView scan_drawn(DrawnInputScan& scan, std::uint64_t first, std::size_t count) {
  return view_of(scan.scan({first, count}));
}

EMSCRIPTEN_BINDINGS(search) {
  emscripten::class_<ObservedMask>("ObservedMask")
      .class_function("create", guarded<&observe>, allow_raw_pointers())
      .function("p", guarded<&p>)
      .function("known", guarded<&known>)
      .function("size", guarded<&size>)
      .function("chance", guarded<&chance>);
  emscripten::class_<SeedScan>("SeedScan")
      .class_function("create", guarded<&create>, allow_raw_pointers())
      .function("calls", guarded<&calls>)
      .function("scan", guarded<&scan>);
  emscripten::class_<DrawnInputScan>("DrawnInputScan")
      .class_function("create", guarded<&create_drawn>, allow_raw_pointers())
      .function("add", guarded<&add_making>)
      .function("chance", guarded<&chance_of_drawn>)
      .function("needsP", guarded<&needs_p>)
      .function("p", guarded<&p_of_drawn>)
      .function("scan", guarded<&scan_drawn>);
}

}  // namespace
}  // namespace playground::bindings
