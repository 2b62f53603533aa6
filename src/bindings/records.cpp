// Writes what the package has to know of engines and layers before the module is there, as
// TypeScript: web/core/records.ts. No part of the module, but a program: `npm run records` runs it,
// and a test that the file is what it writes.
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>

#include "dropout/layer_kind.hpp"
#include "random/generator.hpp"

namespace playground::bindings {
namespace {

using random::EngineRecord;

std::string_view name(random::Framework framework) {
  switch (framework) {
    case random::Framework::kTorch:
      return "PyTorch";
    case random::Framework::kJax:
      return "JAX";
    case random::Framework::kFlax:
      return "Flax";
    case random::Framework::kNumpy:
      return "NumPy";
    case random::Framework::kTfjs:
      return "TensorFlow.js";
    case random::Framework::kOwn:
      break;
  }
  return "own";
}

std::string_view name(random::Arithmetic arithmetic) {
  switch (arithmetic) {
    case random::Arithmetic::kProduct:
      return "product";
    case random::Arithmetic::kSelectedQuotient:
      return "selected-quotient";
    case random::Arithmetic::kQuotientOfProduct:
      break;
  }
  return "quotient-of-product";
}

std::string_view name(random::Comparison comparison) {
  switch (comparison) {
    case random::Comparison::kBelowKeep:
      return "below-keep";
    case random::Comparison::kFromP:
      return "from-p";
    case random::Comparison::kTable:
      break;
  }
  return "table";
}

std::string_view name(random::SeedKind kind) {
  switch (kind) {
    case random::SeedKind::kInteger:
      return "integer";
    case random::SeedKind::kKey:
      return "key";
    case random::SeedKind::kWord:
      return "word";
    case random::SeedKind::kEntropy:
      return "entropy";
    case random::SeedKind::kText:
      break;
  }
  return "text";
}

std::string_view name(random::Makers makers) {
  switch (makers) {
    case random::Makers::kNone:
      break;
    case random::Makers::kTorch:
      return "torch";
    case random::Makers::kNumpyLegacy:
      return "np.random";
    case random::Makers::kNumpyRng:
      return "default_rng";
    case random::Makers::kJax:
      return "jax.random";
  }
  return "none";
}

std::string quoted(std::string_view text) { return "'" + std::string(text) + "'"; }

// As Biome writes a key.
std::string key(std::string_view name) {
  return name.find('-') == std::string_view::npos ? std::string(name) : quoted(name);
}

std::string list(auto first, auto last, auto text) {
  std::string all;
  for (auto item = first; item != last; ++item) {
    all += (item == first ? "" : ", ") + text(*item);
  }
  return all;
}

std::string_view form_name(random::MaskForm form) {
  return random::kMaskFormNames[static_cast<std::size_t>(form)];
}

// Whether a call of the layer takes one word of the stream, and makes all others of it.
bool takes_one_word(const EngineRecord& engine) {
  return engine.rules.algorithm == random::Algorithm::kMt19937ThenMcg31;
}

std::string truth(bool is_true) { return is_true ? "true" : "false"; }

// What figures ask, which are small by it.
void write(std::ostream& out, const EngineRecord& engine) {
  const auto& [text, of_float32, by_hand] = engine.drawn_from;
  out << "  " << key(engine.rules.name) << ": {\n"
      << "    framework: " << quoted(name(engine.rules.framework)) << ",\n"
      << "    floats: " << quoted(engine.makes_float64 ? "float64" : "float32") << ",\n"
      << "    arithmetic: " << quoted(name(engine.rules.arithmetic)) << ",\n"
      << "    comparison: " << quoted(name(engine.comparison)) << ",\n"
      << "    seedKind: " << quoted(name(engine.rules.seed_kind)) << ",\n"
      << "    hasScopes: " << truth(engine.has_scopes) << ",\n"
      << "    forms: ["
      << list(engine.forms.begin(), engine.forms.end(),
              [](random::MaskForm form) { return quoted(form_name(form)); })
      << "],\n"
      << "    options: [" << list(engine.options.begin(), engine.options.end(), quoted) << "],\n"
      << "    drawnFrom: { text: " << quoted(text);
  if (!of_float32.empty()) out << ", ofFloat32: " << quoted(of_float32);
  if (!by_hand.empty()) out << ", byHand: " << quoted(by_hand);
  out << " },\n  },\n";
}

void write_details(std::ostream& out, const EngineRecord& engine) {
  out << "  " << key(engine.rules.name) << ": {\n"
      << "    onGpu: " << truth(engine.rules.device == random::Device::kCuda) << ",\n"
      << "    makers: " << quoted(name(engine.rules.makers)) << ",\n"
      << "    takesOneWord: " << truth(takes_one_word(engine)) << ",\n"
      << "    seeds: { from: " << engine.seeds.lowest << "n, to: " << engine.seeds.highest
      << "n },\n"
      << "  },\n";
}

std::string rank(std::size_t rank) {
  return rank == dropout::LayerRecord::kAnyRank ? "Infinity" : std::to_string(rank);
}

void write(std::ostream& out, const dropout::LayerRecord& layer) {
  out << "  " << layer.name << ": {\n"
      << "    isAlpha: " << truth(layer.is_alpha) << ",\n"
      << "    hasChannels: " << truth(layer.has_channels) << ",\n"
      << "    leastRank: " << layer.least_rank << ",\n"
      << "    mostRank: " << rank(layer.most_rank) << ",\n"
      << "    batchedRank: " << rank(layer.batched_rank) << ",\n"
      << "  },\n";
}

std::string records() {
  std::ostringstream out;
  out << "// The engines and the layers, as src/random/engines and src/dropout/layer_kind.hpp "
         "record "
         "them and explain each\n"
         "// field: written by `npm run records`.\n\n"
         "/** How a program draws a mask, by the numbers of the module. */\n"
         "export const MASK_FORMS = ["
      << list(random::kMaskFormNames.begin(), random::kMaskFormNames.end(), quoted)
      << "] as const;\n\n"
         "export const ENGINE_RECORDS = {\n";
  for (const EngineRecord* engine : random::kEngineRecords) write(out, *engine);
  out << "} as const;\n\n"
         "/** What only searches and programs ask. */\n"
         "export const ENGINE_DETAILS = {\n";
  for (const EngineRecord* engine : random::kEngineRecords) write_details(out, *engine);
  out << "} as const;\n\n"
         "/** By the numbers of the module. */\n"
         "export const LAYER_NAMES = [\n";
  for (const auto& layer : dropout::kLayerRecords) out << "  " << quoted(layer.name) << ",\n";
  out << "] as const;\n\n"
         "export const LAYER_RECORDS = {\n";
  for (const auto& layer : dropout::kLayerRecords) write(out, layer);
  out << "} as const;\n";
  return out.str();
}

int run(bool writes, const char* path) {
  const std::string wanted = records();
  if (writes) {
    std::ofstream(path, std::ios::binary) << wanted;
    return 0;
  }
  std::ifstream file(path, std::ios::binary);
  const std::string written(std::istreambuf_iterator<char>(file), {});
  if (written == wanted) return 0;
  std::cerr << path << " is not what the engines and layers record: npm run records\n";
  return 1;
}

}  // namespace
}  // namespace playground::bindings

/// records PATH compares, and records --write PATH writes.
int main(int count, char** arguments) {
  const bool writes = count == 3 && std::string_view(arguments[1]) == "--write";
  if (!writes && count != 2) {
    std::cerr << "usage: records [--write] PATH\n";
    return 2;
  }
  return playground::bindings::run(writes, arguments[count - 1]);
}
