// What a call gives back, as numbers: of each value its kind, and then what it takes to say it.
// web/core/operations/reply.ts reads them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "operations/value.hpp"

namespace playground::bindings {

class Reply {
 public:
  enum class Kind : std::uint8_t {
    kNone,
    kBool,       // 0 or 1
    kWhole,      // itself, within ±2^53
    kWide,       // a whole number beyond: its high and its low 32 bits, without sign
    kFloat,      // itself
    kText,       // where its UTF-8 lies, and how many bytes
    kTensor,     // its number, of which whoever reads it is one more holder
    kGenerator,  // the same
    kList        // how many values follow
  };

  /// Forgets what was there.
  void clear();
  void add(const operations::Value& value);
  void add_text(std::string text);

  /// Where the numbers lie until the next change.
  const double* data() const noexcept { return numbers_.data(); }

 private:
  void add_number(Kind kind, double number);
  void add_whole(std::int64_t whole);

  std::vector<double> numbers_;
  std::deque<std::string> texts_;
};

}  // namespace playground::bindings
