// The arguments of one call: numbers, sizes and keywords, taken by the names that the function
// gives them.
//
//   arguments := [argument {',' argument} [',']] ')'
//   argument  := scalar | scalars | dtype | name '=' (scalar | scalars | dtype)
//   scalars   := '(' [scalar {',' scalar} [',']] ')' | '[' ... ']' | 'torch.Size' '(' scalars ')'
//
// Arguments that say where a tensor is or where it comes from (device, requires_grad, grad_fn, ...)
// are ignored.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "tensor/dtype.hpp"
#include "tensor/shape.hpp"
#include "text/dtype_name.hpp"
#include "text/number.hpp"
#include "text/reader.hpp"

namespace playground::text {

class Arguments {
 public:
  /// Reads up to the closing parenthesis. The opening one has been taken, and with `after_first`
  /// also the first argument.
  Arguments(Reader& reader, Notes& notes, bool after_first = false);
  ~Arguments();
  Arguments(const Arguments&) = delete;
  Arguments& operator=(const Arguments&) = delete;

  bool empty() const { return arguments_.empty(); }

  /// The numbers that have no name and are in no list.
  std::size_t count() const;

  bool has(std::string_view name) const;

  /// Whether number() or whole() would find one.
  bool has_number(std::string_view name) const { return has(name) || count() > 0; }

  /// Whether numbers() would find a list.
  bool has_list(std::string_view name) const;

  /// The argument `name`, or else the first number without name. Throws ParseError if neither is
  /// there.
  Number number(std::string_view name);

  /// As number(), but whole.
  std::int64_t whole(std::string_view name);

  /// The argument `name`, or else the first list, or else, where `bare` allows it, all numbers
  /// without name. Throws ParseError for what is no shape.
  tensor::Shape shape(std::string_view name, bool bare);

  /// As shape(), but of any whole numbers: dimensions, or times.
  std::vector<std::int64_t> wholes(std::string_view name, bool bare);

  std::optional<tensor::DType> dtype() const { return dtype_; }

  /// What `device=` says, as written; empty without it.
  std::string_view device() const { return device_; }

  /// Throws ParseError if an argument was not taken.
  void finish() const;

 private:
  struct Located {
    Number number;
    std::string_view from;
  };
  struct Argument {
    std::string_view name;  // empty for one without
    std::string_view from;
    std::vector<Located> numbers;
    bool is_list = false;
  };

  void read_argument();
  bool read_keyword(std::string_view name);
  Located read_located() const;
  void read_numbers(Argument& argument);
  std::vector<Located> located(std::string_view name, bool bare);
  static std::int64_t to_extent(const Reader& reader, const Located& number);
  Argument take(std::string_view name, bool list);

  Reader& reader_;
  Notes& notes_;
  std::vector<Argument> arguments_;
  std::optional<tensor::DType> dtype_;
  std::string_view device_;
  std::string_view end_;
};

}  // namespace playground::text
