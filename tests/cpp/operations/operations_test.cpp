// Every operation of the table against what PyTorch 1.13 gave (tests/fixtures/operations): values,
// gradients, views, nodes and errors. A test is one operation of a theme.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <ostream>
#include <set>
#include <string>
#include <vector>

#include "fixtures/folder.hpp"
#include "fixtures/words.hpp"
#include "operations/not_yet.hpp"
#include "operations/recorded_program.hpp"

namespace playground::operations {
namespace {

// Themes, and in each what is tested by its name.
struct Recorded {
  std::map<std::string, json> themes;
  std::map<std::string, std::map<std::string, std::vector<const json*>>> cases;
};

const Recorded& recorded() {
  static const Recorded all = [] {
    Recorded read;
    for (const auto& file :
         std::filesystem::directory_iterator(fixtures::folder() + "/operations")) {
      if (file.path().extension() != ".json") continue;
      const std::string theme = file.path().stem();
      read.themes[theme] = fixtures::fixture("operations/" + file.path().filename().string());
    }
    for (const auto& [theme, whole] : read.themes) {
      for (const json& each : whole.at("cases")) {
        read.cases[theme][each.at("name")].push_back(&each);
      }
    }
    return read;
  }();
  return all;
}

std::set<std::string> operations_of(const json& program) {
  std::set<std::string> names;
  for (const json& step : program.at("do")) {
    const auto op = step.at("op").get<std::string>();
    if (op.front() != '@') names.insert(op);
  }
  return names;
}

bool is_all_there(const json& program) {
  return std::ranges::none_of(operations_of(program),
                              [](const auto& name) { return overloads(name).empty(); });
}

TEST(Operations, AreAllThereButThoseThatAreListed) {
  std::set<std::string> missing;
  for (const auto& [theme, whole] : recorded().themes) {
    for (const json& each : whole.at("cases")) {
      for (const auto& name : operations_of(each)) {
        if (overloads(name).empty()) missing.insert(name);
      }
    }
  }
  EXPECT_EQ(kNotYet, missing) << "not_yet.hpp should have\n" << json(missing).dump(0);
}

struct Named {
  std::string theme;
  std::string name;
};

void PrintTo(const Named& named, std::ostream* out) { *out << named.theme << ": " << named.name; }

std::vector<Named> all_names() {
  std::vector<Named> names;
  for (const auto& [theme, cases] : recorded().cases) {
    for (const auto& [name, each] : cases) names.push_back({theme, name});
  }
  return names;
}

class Operation : public testing::TestWithParam<Named> {};

TEST_P(Operation, IsAsInPyTorch) {
  constexpr int kMostShown = 3;
  const auto& [theme, name] = GetParam();
  const json& tensors = recorded().themes.at(theme).at("tensors");
  const auto& cases = recorded().cases.at(theme).at(name);
  int failed = 0;
  std::string shown;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    if (!is_all_there(*cases[i])) continue;
    const std::string failure = RecordedProgram(*cases[i], tensors).run();
    if (failure.empty()) continue;
    if (++failed > kMostShown) continue;
    const std::string program = cases[i]->at("do").dump();
    shown += "\n  " + failure + "\n    " + program.substr(0, 400);
  }
  EXPECT_EQ(failed, 0) << "of " << cases.size() << " cases:" << shown;
}

INSTANTIATE_TEST_SUITE_P(Recorded, Operation, testing::ValuesIn(all_names()), [](const auto& info) {
  std::string name = info.param.theme + "_" + info.param.name;
  std::ranges::replace_if(name, [](char c) { return !std::isalnum(c); }, '_');
  return name + "_" + std::to_string(info.index);
});

}  // namespace
}  // namespace playground::operations
