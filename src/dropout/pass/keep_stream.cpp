#include "dropout/pass/keep_stream.hpp"

#include <algorithm>

namespace playground::dropout {

void KeepStream::fill(std::span<std::uint8_t> keep) noexcept {
  if (run_ == 1) return decide(keep);
  while (!keep.empty()) {
    if (left_ == 0) {
      current_ = next();
      left_ = run_;
    }
    const auto same = keep.first(std::min(left_, keep.size()));
    std::ranges::fill(same, current_);
    left_ -= same.size();
    keep = keep.subspan(same.size());
  }
}

std::uint8_t KeepStream::next() noexcept {
  if (taken_ == available_) {
    // Never more than the call has, since the generator must end where the framework's ends.
    available_ = std::min(undrawn_, drawn_.size());
    decide(std::span(drawn_).first(available_));
    undrawn_ -= available_;
    taken_ = 0;
  }
  return drawn_[taken_++];
}

void KeepStream::decide(std::span<std::uint8_t> keep) noexcept {
  if (draw_ != nullptr) return draw_->decide(keep);
  std::ranges::copy(decisions_.first(keep.size()), keep.begin());
  decisions_ = decisions_.subspan(keep.size());
}

}  // namespace playground::dropout
