// Runs a program of a torch fixture on plain vectors: what random/ draws, under the plainest
// dropout.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "fixtures/words.hpp"
#include "random/engines/torch/torch_cpu_generator.hpp"
#include "random/engines/torch/torch_cpu_integers.hpp"
#include "random/engines/torch/torch_cpu_normal.hpp"

namespace playground::random {

class TorchProgram {
 public:
  /// Fills a mask with what one bernoulli_ decides, of the probability to keep.
  using Bernoulli =
      std::function<void(TorchCpuGenerator&, double keep, std::vector<std::uint8_t>& mask)>;

  TorchProgram(Bernoulli bernoulli, NormalKernel kernel)
      : bernoulli_(std::move(bernoulli)), kernel_(kernel) {}

  static bool knows(const nlohmann::json& program) {
    static const std::set<std::string> known{"seed",  "ones",    "tensor",   "rand",
                                             "randn", "randint", "randperm", "dropout"};
    return std::ranges::all_of(program.at("steps"), [](const nlohmann::json& step) {
      return known.contains(step.at("op"));
    });
  }

  void run(const nlohmann::json& program) {
    for (const auto& step : program.at("steps")) run_step(step);
  }

  /// How many values were compared.
  std::size_t expect(const std::string& name, const nlohmann::json& expected) const {
    return std::visit(
        [&](const auto& x) {
          fixtures::expect_bits(x, expected);
          return x.size();
        },
        vectors_.at(name));
  }

 private:
  using Vector = std::variant<std::vector<float>, std::vector<double>, std::vector<std::int64_t>>;

  void run_step(const nlohmann::json& step) {
    const std::string op = step.at("op");
    if (op == "seed") return generator_.manual_seed(fixtures::torch_seed(step.at("seed")));
    Vector& out = vectors_[step.at("out")];
    if (op == "dropout") {
      Vector& in = vectors_.at(step.at("in"));
      out = in;
      if (step.at("train")) std::visit([&](auto& x) { dropout(x, step.at("p")); }, out);
      if (step.value("inplace", false)) in = out;
    } else if (op == "randint") {
      std::vector<std::int64_t> x(size_of(step));
      fill_randint(generator_, std::stoll(step.at("low").get<std::string>()),
                   std::stoll(step.at("high").get<std::string>()), x);
      out = std::move(x);
    } else if (op == "randperm") {
      std::vector<std::int64_t> x(step.at("n").get<std::size_t>());
      fill_randperm(generator_, x);
      out = std::move(x);
    } else if (step.at("dtype") == "float32") {
      out = made<float>(op, step);
    } else {
      out = made<double>(op, step);
    }
  }

  template <class T>
  std::vector<T> made(const std::string& op, const nlohmann::json& step) {
    if (op == "tensor") return fixtures::values_from<T>(step.at("hex"));
    std::vector<T> x(size_of(step), T(1));
    if (op == "rand") {
      std::ranges::generate(x, [&] {
        return static_cast<T>(sizeof(T) == 4 ? generator_.uniform32() : generator_.uniform64());
      });
    } else if (op == "randn") {
      normal(x);
    }
    return x;
  }

  void normal(std::vector<float>& x) { fill_normal(generator_, x, kernel_); }
  void normal(std::vector<double>& x) { fill_normal(generator_, x); }

  template <class T>
  void dropout(std::vector<T>& x, double p) {
    if (p == 0 || x.empty()) return;
    std::vector<std::uint8_t> mask(x.size(), 0);
    if (p < 1) bernoulli_(generator_, 1 - p, mask);
    const T scale = p < 1 ? T(1) / static_cast<T>(1 - p) : T(0);
    for (std::size_t i = 0; i < x.size(); ++i) x[i] *= mask[i] != 0 ? scale : T(0);
  }

  static std::size_t size_of(const nlohmann::json& step) {
    std::size_t size = 1;
    for (const std::size_t extent : step.at("shape")) size *= extent;
    return size;
  }

  Bernoulli bernoulli_;
  NormalKernel kernel_;
  TorchCpuGenerator generator_;
  std::map<std::string, Vector> vectors_;
};

}  // namespace playground::random
