// The arguments of one call: numbers, sizes and keywords, taken by the names that the function
// gives them.
//
//   arguments := [argument {',' argument} [',']] ')'
//   argument  := number | numbers | name '=' (number | numbers | dtype)
//   numbers   := '(' [number {',' number} [',']] ')' | '[' ... ']'
//   dtype     := ['torch.' | 'np.' | ...] name | quoted name
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
#include "text/number.hpp"
#include "text/reader.hpp"

namespace playground::text {

/// Takes a dtype, as PyTorch, NumPy and Python name it, or throws ParseError.
tensor::DType read_dtype(Reader& reader);

class Arguments {
 public:
  /// Reads up to the closing parenthesis. The opening one has been taken, and with `after_first`
  /// also the first argument.
  explicit Arguments(Reader& reader, bool after_first = false);

  bool empty() const { return arguments_.empty(); }

  /// The numbers that have no name and are in no list.
  std::size_t count() const;

  bool has(std::string_view name) const;

  /// The argument `name`, or else the first number without name. Throws ParseError if neither is
  /// there.
  Number number(std::string_view name);

  /// As number(), but whole.
  std::int64_t whole(std::string_view name);

  /// The argument `name`, or else the first list, or else, where `bare` allows it, all numbers
  /// without name. Throws ParseError for what is no shape.
  tensor::Shape shape(std::string_view name, bool bare);

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
  Located read_located() const;
  void read_numbers(Argument& argument);
  static std::int64_t to_extent(const Reader& reader, const Located& number);
  Argument take(std::string_view name, bool list);

  Reader& reader_;
  std::vector<Argument> arguments_;
  std::optional<tensor::DType> dtype_;
  std::string_view device_;
  std::string_view end_;
};

}  // namespace playground::text
