#include "bindings/operations/callback.hpp"

#include <emscripten/em_js.h>

#include <vector>

#include "bindings/operations/held.hpp"

// The package sets both on the module. `tensors` are numbers of tensors, of each of which whoever
// takes it is one more holder.
// clang-format off
EM_JS(int, playground_call_back, (double number, const std::uint32_t* tensors, std::size_t count), {
  return Module['callBack'](number, tensors, count);
})
EM_JS(void, playground_forget, (double number), { Module['forget'](number); })
// clang-format on

namespace playground::bindings {
namespace {

// Of the function that runs; one may call another.
operations::Variables answers;

}  // namespace

Callback::~Callback() {
  if (number_ != 0) playground_forget(static_cast<double>(number_));
}

operations::Variables Callback::operator()(std::span<const operations::Variable> variables) const {
  std::vector<std::uint32_t> numbers;
  for (const auto& variable : variables) numbers.push_back(tensors().hold(variable));
  operations::Variables before = std::exchange(answers, {});
  const bool is_done =
      playground_call_back(static_cast<double>(number_), numbers.data(), numbers.size()) != 0;
  operations::Variables given = std::exchange(answers, std::move(before));
  if (!is_done) throw CallbackFailed();
  return given;
}

void answer(std::uint32_t tensor) {
  answers.push_back(tensor == 0 ? operations::Variable() : tensors().at(tensor));
}

}  // namespace playground::bindings
