#include "bindings/operations/reply.hpp"

#include <type_traits>
#include <utility>
#include <variant>

#include "bindings/operations/held.hpp"
#include "tensor/device.hpp"
#include "tensor/dtype.hpp"

namespace playground::bindings {

void Reply::clear() {
  numbers_.clear();
  texts_.clear();
}

void Reply::add_number(Kind kind, double number) {
  numbers_.push_back(static_cast<double>(kind));
  numbers_.push_back(number);
}

void Reply::add_whole(std::int64_t whole) {
  constexpr std::int64_t kLargest = std::int64_t{1} << 53;
  if (-kLargest <= whole && whole <= kLargest) {
    add_number(Kind::kWhole, static_cast<double>(whole));
    return;
  }
  const auto bits = static_cast<std::uint64_t>(whole);
  add_number(Kind::kWide, static_cast<double>(bits >> 32));
  numbers_.push_back(static_cast<double>(bits & 0xffffffff));
}

void Reply::add_text(std::string text) {
  const std::string& kept = texts_.emplace_back(std::move(text));
  add_number(Kind::kText, static_cast<double>(reinterpret_cast<std::uintptr_t>(kept.data())));
  numbers_.push_back(static_cast<double>(kept.size()));
}

void Reply::add(const operations::Value& value) {
  const auto one = [this]<class T>(const T& held) {
    if constexpr (std::is_same_v<T, bool>) {
      add_number(Kind::kBool, held);
    } else if constexpr (std::is_same_v<T, std::int64_t>) {
      add_whole(held);
    } else if constexpr (std::is_same_v<T, double>) {
      add_number(Kind::kFloat, held);
    } else if constexpr (std::is_same_v<T, std::string>) {
      add_text(held);
    } else if constexpr (std::is_same_v<T, tensor::DType>) {
      add_text(std::string(name(held)));
    } else if constexpr (std::is_same_v<T, tensor::Device>) {
      add_text(to_string(held));
    } else if constexpr (std::is_same_v<T, operations::Variable>) {
      if (held) {
        add_number(Kind::kTensor, tensors().hold(held));
      } else {
        numbers_.push_back(static_cast<double>(Kind::kNone));
      }
    } else if constexpr (std::is_same_v<T, operations::GeneratorHandle>) {
      add_number(Kind::kGenerator, generators().hold(held));
    } else if constexpr (std::is_same_v<T, operations::Values>) {
      add_number(Kind::kList, static_cast<double>(held.size()));
      for (const operations::Value& item : held) add(item);
    } else {
      static_assert(std::is_same_v<T, operations::None> || std::is_same_v<T, operations::Foreign>);
      numbers_.push_back(static_cast<double>(Kind::kNone));
    }
  };
  std::visit(one, static_cast<const operations::Value::variant&>(value));
}

}  // namespace playground::bindings
