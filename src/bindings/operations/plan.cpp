#include "bindings/operations/plan.hpp"

#include <utility>

#include "bindings/operations/held.hpp"
#include "errors/raised.hpp"
#include "operations/table.hpp"
#include "tensor/device.hpp"
#include "tensor/dtype.hpp"

namespace playground::bindings {
namespace {

using operations::Value;
using operations::Values;
using tensor::DType;

std::string unescaped(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size()) {
      plain += text[++i] == 'n' ? '\n' : text[i];
    } else {
      plain += text[i];
    }
  }
  return plain;
}

DType dtype_named(std::string_view text) {
  for (const DType dtype :
       {DType::kFloat32, DType::kFloat64, DType::kInt64, DType::kInt32, DType::kBool}) {
    if (name(dtype) == text) return dtype;
  }
  errors::raise("the dtype torch.{} is not reproduced here", text);
}

tensor::Device device_of(std::string_view text) {
  if (const auto device = tensor::device_named(text)) return *device;
  errors::raise("Invalid device string: '{}'", text);
}

std::int64_t whole_of_halves(double high, double low) {
  return static_cast<std::int64_t>(static_cast<std::uint64_t>(high) << 32 |
                                   static_cast<std::uint64_t>(low));
}

}  // namespace

Plan::Plan(std::string_view text) {
  const auto line = [&text] {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view found = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return found;
  };
  const std::string_view first = line();
  if (first.empty()) errors::raise("a plan has no operation");
  kind_ = static_cast<Kind>(first[0]);
  name_ = first.substr(1);
  int depth = 0;
  while (!text.empty()) {
    const std::string_view all = line();
    const char kind = all.empty() ? '?' : all[0];
    const std::string_view rest = all.substr(std::min<std::size_t>(1, all.size()));
    if (depth == 0 && kind != 'k') places_.push_back({steps_.size(), numbers_});
    Value constant;
    switch (kind) {
      case 'k':
        names_.emplace_back(rest);
        continue;
      case 's':
        constant = unescaped(rest);
        break;
      case 'd':
        constant = dtype_named(rest);
        break;
      case 'p':
        constant = device_of(rest);
        break;
      case 'o':
        constant = operations::Foreign{std::string(rest)};
        break;
      case '[':
      case '(':
        ++depth;
        break;
      case ']':
        if (--depth < 0) errors::raise("a plan ends a list that it has not begun");
        break;
      case 'w':
        numbers_ += 2;
        break;
      case 't':
      case 'g':
      case 'i':
      case 'f':
      case 'b':
        ++numbers_;
        break;
      case 'n':
        break;
      default:
        errors::raise("a plan has an argument of no kind: {}", all);
    }
    steps_.push_back({kind, std::move(constant)});
  }
  if (depth > 0) errors::raise("a plan does not end a list");
}

Value Plan::call(const double* numbers) {
  if (bound_) return call_bound(numbers);
  if (kind_ == Kind::kCore) {
    if (!core_) core_ = &core_function(name_);
    return core_->call(arguments(numbers));
  }
  Values values = arguments(numbers);
  const std::vector<std::string_view> names(names_.begin(), names_.end());
  const bool is_method = kind_ == Kind::kMethod;
  if (!is_asked_) {
    is_asked_ = true;
    bound_ = operations::bound_by_kinds(name_, values, names, is_method);
  }
  return operations::call(name_, std::move(values), names, is_method);
}

Value Plan::call_bound(const double* numbers) const {
  using From = operations::Source::From;
  Values values;
  values.reserve(bound_->sources.size());
  for (const auto& [from, given, parameter] : bound_->sources) {
    if (from == From::kDefault) {
      values.push_back(parameter->default_value);
      continue;
    }
    Place place = places_[given];
    const double* at = numbers + place.number;
    append(values, place.step, at);
    if (from == From::kConverted) values.back() = operations::converted(*parameter, values.back());
  }
  return (*bound_)(values);
}

Values Plan::arguments(const double* numbers) const {
  Values values;
  values.reserve(steps_.size());
  for (std::size_t step = 0; step < steps_.size();) append(values, step, numbers);
  return values;
}

void Plan::append(Values& values, std::size_t& step, const double*& numbers) const {
  const auto& [kind, constant] = steps_[step++];
  switch (kind) {
    case 't':
      values.emplace_back(tensors().at(static_cast<std::uint32_t>(*numbers++)));
      break;
    case 'g':
      values.emplace_back(generators().at(static_cast<std::uint32_t>(*numbers++)));
      break;
    case 'i':
      values.emplace_back(static_cast<std::int64_t>(*numbers++));
      break;
    case 'w':
      values.emplace_back(whole_of_halves(numbers[0], numbers[1]));
      numbers += 2;
      break;
    case 'f':
      values.emplace_back(*numbers++);
      break;
    case 'b':
      values.emplace_back(*numbers++ != 0);
      break;
    case '[':
    case '(': {
      Values items;
      items.is_tuple = kind == '(';
      while (steps_[step].kind != ']') append(items, step, numbers);
      ++step;
      values.emplace_back(std::move(items));
      break;
    }
    default:
      values.push_back(constant);
  }
}

}  // namespace playground::bindings
